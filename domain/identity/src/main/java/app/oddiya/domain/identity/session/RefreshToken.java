package app.oddiya.domain.identity.session;

import java.util.Optional;
import java.util.UUID;

/// What a signed-in app holds to get its next access token.
///
/// The family's id is part of it, so that one look tells a token that was spent long ago from one
/// that never existed, without keeping every ancestor. It proves nothing; the 256 bits of the
/// secret do.
///
/// @param family the sign-in that it descends from
public record RefreshToken(UUID family, Secret secret) {

  /// Reads what [#text] wrote; empty for anything else.
  public static Optional<RefreshToken> parse(String text) {
    if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[A-Za-z0-9_-]{43}")) {
      return Optional.empty();
    }
    return Optional.of(
        new RefreshToken(UUID.fromString(text.substring(0, 36)), new Secret(text.substring(37))));
  }

  public String text() {
    return family + "." + secret.value();
  }

  @Override
  public String toString() {
    return "RefreshToken[" + family + "]";
  }
}
