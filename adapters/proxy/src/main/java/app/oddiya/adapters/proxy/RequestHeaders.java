package app.oddiya.adapters.proxy;

import app.oddiya.adapters.web.Trace;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/// Which headers of a client go on to a service: those listed here, and no other.
///
/// A list of what to remove would always be one header short (`X-User-Id`, `X_User_Id`,
/// `Oddiya-Internal-Token`, `Forwarded`, whatever comes next year).
final class RequestHeaders {

  private static final Set<String> PASSED =
      Set.of(
          "accept",
          "accept-language",
          "content-encoding",
          "content-length",
          "content-type",
          "idempotency-key",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "tracestate",
          "transfer-encoding",
          "user-agent");

  /// Of these two are one too many: who reads the first and who reads the last would not agree.
  private static final List<String> ONLY_ONCE =
      List.of("Authorization", "Content-Type", "Idempotency-Key", "traceparent");

  private RequestHeaders() {}

  /// Whether a header that has one value came more than once.
  static boolean areAmbiguous(HttpFields sent) {
    return ONLY_ONCE.stream().anyMatch(name -> sent.getFields(name).size() > 1);
  }

  /// The headers to go on.
  ///
  /// @param withToken whether the service is to see the access token
  /// @param trace taken over from the client where well-formed, else made
  static HttpFields.Mutable passed(HttpFields sent, boolean withToken, Trace trace) {
    Set<String> ofThisConnection = namedByConnection(sent);
    HttpFields.Mutable passed = HttpFields.build();
    for (HttpField field : sent) {
      String name = field.getLowerCaseName();
      boolean listed = PASSED.contains(name) || (withToken && name.equals("authorization"));
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
    Set<String> names = new HashSet<>();
    for (String name : sent.getCSV(HttpHeader.CONNECTION, false)) {
      names.add(name.toLowerCase(Locale.ROOT));
    }
    return names;
  }
}
