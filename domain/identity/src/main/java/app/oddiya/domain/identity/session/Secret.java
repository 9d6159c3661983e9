package app.oddiya.domain.identity.session;

import java.util.Optional;

/// 256 random bits that prove something by being known: a `state`, a `nonce`, a code. Stores keep
/// its hash only.
///
/// @param value base64url without padding, 43 characters, which also makes it a code verifier by
///     RFC 7636, section 4.1
public record Secret(String value) {

  private static final String FORM = "[A-Za-z0-9_-]{43}";

  public Secret {
    if (!value.matches(FORM)) {
      throw new IllegalArgumentException(
          "secret: of " + value.length() + " characters (expected: 43 of base64url)");
    }
  }

  public static Optional<Secret> parse(String text) {
    return text.matches(FORM) ? Optional.of(new Secret(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "Secret[...]";
  }
}
