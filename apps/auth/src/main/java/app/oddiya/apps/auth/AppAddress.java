package app.oddiya.apps.auth;

import app.oddiya.application.identity.AppAnswer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The app's own address, with what the app is to learn in its query (RFC 6749, section 4.1.2).
final class AppAddress {

  private AppAddress() {}

  /// @return holds our code: not for a log
  static URI of(AppAnswer answer) {
    String said =
        switch (answer) {
          case AppAnswer.Code given -> "code=" + encoded(given.code().value());
          case AppAnswer.Error given -> "error=" + encoded(given.error());
        };
    String address = answer.redirect().toString();
    String joint = answer.redirect().getRawQuery() == null ? "?" : "&";
    String state = answer.state().map(it -> "&state=" + encoded(it)).orElse("");
    return URI.create(address + joint + said + state);
  }

  private static String encoded(String value) {
    // Form encoding writes a blank as `+`, which some apps' URL parsers take for a plus.
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
