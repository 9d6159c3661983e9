package app.oddiya.adapters.proxy;

import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/// Which headers of a service go on to the client: all but those of the connection, those that the
/// gateway says itself, and what services say to each other. Cookies go where the route takes some.
final class ResponseHeaders {

  private static final Set<String> KEPT =
      Set.of(
          "connection",
          "date",
          "keep-alive",
          "proxy-authenticate",
          "proxy-connection",
          "server",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "via",
          "x-powered-by",
          "x-request-id");

  private ResponseHeaders() {}

  static void copy(HttpFields sent, ProxyRoute route, HttpFields.Mutable passed) {
    for (HttpField field : sent) {
      String name = field.getLowerCaseName();
      boolean isKept =
          KEPT.contains(name)
              || name.startsWith("oddiya-")
              || name.startsWith("access-control-")
              || (name.equals("set-cookie") && !route.takesCookies())
              || sent.contains(HttpHeader.CONNECTION, name);
      if (!isKept) {
        passed.add(field);
      }
    }
  }
}
