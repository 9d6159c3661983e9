package app.oddiya.adapters.postgres;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Tombstones in the `tombstones` of a schema.
///
/// A burial takes, and keeps to its end, the lock that `is_alive` shares in every statement that
/// writes for a user: it waits for those that have begun, so that their rows are seen and removed,
/// and those that begin later see the tombstone. A check in the writing statement alone would not
/// do: a statement sees what was committed when it began, and a tombstone that is written meanwhile
/// is not there for it. A row per user to be locked would do, at a dead row for every write.
///
/// Public for the packages below this one only.
public final class PostgresTombstones implements Tombstones {

  private final Database database;
  private final String schema;
  private final List<String> removals;

  /// @param schema in which the tombstones are, as its `is_alive` names it
  /// @param removals statements that remove all that is held of `:user`
  public PostgresTombstones(
      Database database, PostgresConfig.Schema schema, List<String> removals) {
    this.database = database;
    this.schema = schema.schemaName();
    this.removals = List.copyOf(removals);
  }

  @Override
  public void bury(UserId user, Instant now, Deadline deadline) {
    int _ =
        database.transact(
            deadline,
            handle -> {
              keepWritersOut(handle, user);
              removals.forEach(
                  removal -> handle.createUpdate(removal).bind("user", user.value()).execute());
              return mark(handle, user, now);
            });
  }

  private void keepWritersOut(Handle handle, UserId user) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(:name, :user))")
        .bind("name", schema + ".tombstones")
        .bind("user", user.value())
        .mapTo(String.class)
        .one();
  }

  /// Leaves a tombstone, as part of a transaction.
  public static int mark(Handle handle, UserId user, Instant now) {
    return handle
        .createUpdate(
            """
            insert into tombstones (user_id, deleted_at) values (:user, :now)
            on conflict (user_id) do nothing
            """)
        .bind("user", user.value())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  @Override
  public boolean isDeleted(UserId user, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery("select exists (select from tombstones where user_id = :user)")
                .bind("user", user.value())
                .mapTo(boolean.class)
                .one());
  }

  @Override
  public int removeOlderThan(Instant moment, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createUpdate("delete from tombstones where deleted_at < :moment")
                .bind("moment", moment.atOffset(ZoneOffset.UTC))
                .execute());
  }
}
