package app.oddiya.domain.identity.session;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.util.Optional;

/// The one [ProviderToken] of each user that is still to be revoked some day. Kept without an end,
/// and in a form that only we can read.
///
/// Every method throws [app.oddiya.domain.shared.Unavailable] if it is not known what happened.
public interface ProviderTokens {

  /// Keeps a token in place of the one before.
  ///
  /// @return false if the user has been deleted by [Sessions#end]: nothing is kept then
  boolean keep(UserId user, ProviderToken token, Deadline deadline);

  Optional<ProviderToken> find(UserId user, Deadline deadline);

  /// Forgets the token, if there is one.
  void forget(UserId user, Deadline deadline);
}
