package app.oddiya.application.identity;

import app.oddiya.domain.identity.account.AccountDeletions;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.InstantSource;

/// Takes the word of somebody who wants to be forgotten. The account is gone when this returns; the
/// rest is [FinishDeletions]'s, which cannot lose it any more.
public final class DeleteAccount {

  private final AccountDeletions deletions;
  private final Runnable begun;
  private final InstantSource clock;

  /// @param begun called when there is a deletion to be finished
  public DeleteAccount(AccountDeletions deletions, Runnable begun, InstantSource clock) {
    this.deletions = deletions;
    this.begun = begun;
    this.clock = clock;
  }

  /// @return false if there is no such account
  public boolean delete(UserId self, Deadline deadline) {
    boolean gone = deletions.begin(self, clock.instant(), deadline);
    if (gone) {
      begun.run();
    }
    return gone;
  }
}
