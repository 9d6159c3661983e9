package app.oddiya.domain.identity.session;

import java.time.Duration;

/// A signed statement, for [#LIFETIME], that its bearer acts for a user.
///
/// @param value a JWT by RFC 9068
public record AccessToken(String value) {

  public static final Duration LIFETIME = Duration.ofHours(1);

  @Override
  public String toString() {
    return "AccessToken[...]";
  }
}
