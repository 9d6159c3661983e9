package app.oddiya.domain.identity.account;

import app.oddiya.domain.shared.Deadline;

/// Knows which account belongs to an identity, and makes one for a newcomer. This is all that
/// signing in needs of [Users], which another process may hold.
public interface Accounts {

  /// The one account of the profile's identity, created by the first of however many calls at once.
  /// An existing account is filled in as [User#completedBy] says.
  ///
  /// @throws app.oddiya.domain.shared.Unavailable if nothing is known; asking again is safe
  Registration findOrCreate(ProviderProfile profile, Deadline deadline);
}
