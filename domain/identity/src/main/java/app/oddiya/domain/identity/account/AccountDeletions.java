package app.oddiya.domain.identity.account;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/// All deletions that are not done everywhere yet.
///
/// Every method throws [app.oddiya.domain.shared.Unavailable] if the store does not answer in time;
/// after a write nothing is known then, and doing it again settles it.
public interface AccountDeletions {

  /// Removes an account with its devices, leaves a tombstone, and takes down what is left to be
  /// done elsewhere: all of it or nothing. It is due at once.
  ///
  /// @return false if there is no such account
  boolean begin(UserId user, Instant now, Deadline deadline);

  /// Takes the deletion that is longest due, which counts as an attempt. Nobody else gets it before
  /// `backAt`; if whoever took it dies, it comes back by itself.
  Optional<AccountDeletion> take(Instant now, Instant backAt, Deadline deadline);

  /// Stores what is left, due again at `dueAt`; what is done is forgotten. Does nothing if somebody
  /// else has taken it since.
  void leave(AccountDeletion rest, Instant dueAt, Deadline deadline);

  Backlog backlog(Deadline deadline);

  /// @param open how many there are
  /// @param oldest when the oldest was requested
  record Backlog(int open, Optional<Instant> oldest) {}
}
