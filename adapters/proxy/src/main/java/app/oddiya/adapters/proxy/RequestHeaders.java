package app.oddiya.adapters.proxy;

import app.oddiya.adapters.web.Trace;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/// Which headers of a client go on to a service: those listed here, and no other.
///
/// A list of what to remove would always be one header short (`X-User-Id`, `X_User_Id`,
/// `Oddiya-Internal-Token`, `Forwarded`, whatever comes next year). The framing of the body is not
/// listed: the client that sends it on writes its own.
final class RequestHeaders {

  private static final Set<String> PASSED =
      Set.of(
          "accept",
          "accept-language",
          "content-encoding",
          "content-type",
          "idempotency-key",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "user-agent");

  /// What goes on where cookies do: whoever takes one has to know whose page has sent it.
  private static final Set<String> WITH_COOKIES = Set.of("cookie", "origin");

  /// Of these two are one too many: who reads the first and who reads the last would not agree.
  private static final Set<String> ONLY_ONCE =
      Set.of("authorization", "content-type", "idempotency-key", "origin", "traceparent");

  private RequestHeaders() {}

  /// Whether a header that has one value came more than once.
  static boolean areAmbiguous(HttpFields sent) {
    int i = 0;
    for (HttpField field : sent) {
      i++;
      if (ONLY_ONCE.contains(field.getLowerCaseName()) && isRepeated(field, sent, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRepeated(HttpField field, HttpFields sent, int after) {
    for (int i = after; i < sent.size(); i++) {
      if (sent.getField(i).is(field.getName())) {
        return true;
      }
    }
    return false;
  }

  /// The headers to go on.
  ///
  /// @param route says whether the service is to see the access token, and cookies
  /// @param isTraced whether the trace is the client's, and with it what it says of it
  /// @param trace as the service is told it
  static HttpFields.Mutable passed(
      HttpFields sent, ProxyRoute route, boolean isTraced, Trace trace) {
    Set<String> ofThisConnection = namedByConnection(sent);
    HttpFields.Mutable passed = HttpFields.build();
    boolean withToken = route.access() == ProxyRoute.Access.USER;
    for (HttpField field : sent) {
      String name = field.getLowerCaseName();
      boolean listed =
          PASSED.contains(name)
              || (withToken && name.equals("authorization"))
              || (route.takesCookies() && WITH_COOKIES.contains(name))
              // What is said of a trace means nothing without it (W3C Trace Context, section 3.3).
              || (isTraced && name.equals("tracestate"));
      if (listed && !ofThisConnection.contains(name)) {
        passed.add(field);
      }
    }
    passed.add("X-Request-Id", trace.requestId());
    trace.traceparent().ifPresent(parent -> passed.add("traceparent", parent));
    return passed;
  }

  /// Headers that end here because `Connection` names them (RFC 9110, section 7.6.1).
  private static Set<String> namedByConnection(HttpFields sent) {
    if (!sent.contains(HttpHeader.CONNECTION)) {
      return Set.of();
    }
    Set<String> names = new HashSet<>();
    for (String name : sent.getCSV(HttpHeader.CONNECTION, false)) {
      names.add(name.toLowerCase(Locale.ROOT));
    }
    return names;
  }
}
