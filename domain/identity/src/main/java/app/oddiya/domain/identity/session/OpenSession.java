package app.oddiya.domain.identity.session;

import app.oddiya.domain.identity.account.Provider;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/// A refresh family as its user may see it.
///
/// @param family its id
/// @param begun when the person signed in
/// @param renewed when the current token was made
/// @param expiresAt when it ends unless it is renewed before
public record OpenSession(
    UUID family, Provider provider, Instant begun, Instant renewed, Instant expiresAt) {

  public static final Comparator<OpenSession> OLDEST_FIRST =
      Comparator.comparing(OpenSession::begun).thenComparing(OpenSession::family);

  public static OpenSession of(RefreshFamily family) {
    return new OpenSession(
        family.id(), family.provider(), family.begun(), family.issued(), family.expiresAt());
  }
}
