package app.oddiya.domain.identity.session;

import java.util.Optional;

/// The S256 challenge of RFC 7636, section 4.2: the hash of a [CodeVerifier] that only the one who
/// began a sign-in knows. `plain` is not spoken here.
///
/// @param value base64url without padding of a SHA-256 hash, 43 characters
public record CodeChallenge(String value) {

  public static final String FORM = "^[A-Za-z0-9_-]{43}$";

  public CodeChallenge {
    if (!value.matches(FORM)) {
      throw new IllegalArgumentException(
          "codeChallenge: of " + value.length() + " characters (expected: 43 of base64url)");
    }
  }

  public static Optional<CodeChallenge> parse(String text) {
    return text.matches(FORM) ? Optional.of(new CodeChallenge(text)) : Optional.empty();
  }
}
