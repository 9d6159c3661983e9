package app.oddiya.domain.planning.plan;

import java.util.Optional;

/// 256 random bits that open a shared plan to whoever knows them. Stores keep their hash only.
///
/// @param value base64url without padding, 43 characters
public record ShareToken(String value) {

  private static final String FORM = "[A-Za-z0-9_-]{43}";

  public ShareToken {
    if (!value.matches(FORM)) {
      throw new IllegalArgumentException(
          "token: of " + value.length() + " characters (expected: 43 of base64url)");
    }
  }

  public static Optional<ShareToken> parse(String text) {
    return text.matches(FORM) ? Optional.of(new ShareToken(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "ShareToken[...]";
  }
}
