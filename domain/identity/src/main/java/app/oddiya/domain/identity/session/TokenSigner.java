package app.oddiya.domain.identity.session;

import app.oddiya.domain.shared.UserId;
import java.time.Instant;
import java.util.List;

/// Signs access tokens with RS256. It works without leaving the process.
public interface TokenSigner {

  /// A token for a user, valid for [AccessToken#LIFETIME] from `now`; no two are alike.
  AccessToken sign(UserId user, Instant now);

  /// The keys by which tokens can be checked: the one in use at `now`, then those to come and those
  /// of which tokens may still be about. A new one is told at least [VerificationKey#MAX_AGE]
  /// before it signs.
  List<VerificationKey> keys(Instant now);
}
