package app.oddiya.domain.identity.account;

import java.util.Optional;

/// The address that Apple or Google gave to an installation of the app. Who holds it can push, so
/// it is handed on and not kept.
///
/// @param value 1..4096 visible ASCII characters
public record PushToken(String value) {

  public static final String FORM = "^[!-~]{1,4096}$";

  public PushToken {
    if (!value.matches(FORM)) {
      throw new IllegalArgumentException(
          "pushToken: of "
              + value.length()
              + " characters (expected: 1..4096 visible ASCII characters)");
    }
  }

  public static Optional<PushToken> parse(String text) {
    return text.matches(FORM) ? Optional.of(new PushToken(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "PushToken[...]";
  }
}
