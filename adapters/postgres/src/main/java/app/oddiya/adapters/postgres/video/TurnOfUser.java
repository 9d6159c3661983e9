package app.oddiya.adapters.postgres.video;

import app.oddiya.domain.shared.UserId;
import org.jdbi.v3.core.Handle;

/// One transaction at a time counts what a user has and writes according to it.
final class TurnOfUser {

  private TurnOfUser() {}

  /// Waits for the turn, which lasts to the end of the transaction. Statements after it see what
  /// was committed before.
  static void take(Handle handle, UserId user) {
    handle
        .createQuery("select take_turn(:user)")
        .bind("user", user.value())
        .mapTo(String.class)
        .one();
  }
}
