package app.oddiya.domain.identity.session;

import app.oddiya.domain.shared.UserId;
import java.time.Instant;

/// A user is signed in.
///
/// @param token the current token of the family
/// @param expiresAt when it ends unless it is exchanged before
public record Session(UserId user, RefreshToken token, Instant expiresAt) {}
