package app.oddiya.adapters.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names and values of `Cookie` headers (RFC 6265, section 4.2.1).
///
/// Read by ourselves for the reason that [UrlEncoded] is, and for another: what other sites of one
/// host have put beside ours is not ours to refuse, however it is written.
final class Cookies {

  private Cookies() {}

  static Map<String, List<String>> parse(List<String> headers) {
    Map<String, List<String>> cookies = new HashMap<>();
    for (String header : headers) {
      for (String pair : header.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          cookies
              .computeIfAbsent(pair.substring(0, equals).strip(), any -> new ArrayList<>())
              .add(pair.substring(equals + 1).strip());
        }
      }
    }
    return cookies;
  }
}
