package app.oddiya.adapters.postgres.identity;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.identity.account.AccountDeletion;
import app.oddiya.domain.identity.account.AccountDeletions;
import app.oddiya.domain.identity.account.Keeper;
import app.oddiya.domain.identity.account.PushEndpoint;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Deletions in `deletions`. One is taken by moving its time, not by holding its row locked: a
/// connection is never kept while a sibling is waited for.
final class PostgresAccountDeletions implements AccountDeletions {

  private final Database database;

  PostgresAccountDeletions(Database database) {
    this.database = database;
  }

  @Override
  public boolean begin(UserId user, Instant now, Deadline deadline) {
    return database.transact(deadline, handle -> lock(handle, user) && begin(handle, user, now));
  }

  /// Waits for whoever is registering a device, and lets nobody begin: the statement that follows
  /// sees every device there is.
  private static boolean lock(Handle handle, UserId user) {
    return handle
        .createQuery("select id from users where id = :user for update")
        .bind("user", user.value())
        .mapTo(long.class)
        .findOne()
        .isPresent();
  }

  private static boolean begin(Handle handle, UserId user, Instant now) {
    return handle
            .createUpdate(
                """
                with gone as (
                  delete from users where id = :user returning id
                ),
                tombstone as (
                  insert into tombstones (user_id, deleted_at) select id, :now from gone
                  on conflict (user_id) do nothing
                )
                insert into deletions (user_id, requested_at, keepers, endpoints, due_at)
                select
                  id, :now, :keepers,
                  array(select endpoint_arn from devices where user_id = :user order by device_id),
                  :now
                from gone
                """)
            .bind("user", user.value())
            .bind("now", moment(now))
            .bindArray("keepers", String.class, codes(Arrays.asList(Keeper.values())))
            .execute()
        == 1;
  }

  @Override
  public Optional<AccountDeletion> take(Instant now, Instant backAt, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(
                    """
                    update deletions set due_at = :back_at, attempts = attempts + 1
                    where user_id = (
                      select user_id from deletions
                      where due_at <= :now
                      order by due_at
                      limit 1
                      for update skip locked)
                    returning user_id, requested_at, keepers, endpoints, attempts
                    """)
                .bind("now", moment(now))
                .bind("back_at", moment(backAt))
                .map((row, _) -> deletion(row))
                .findOne());
  }

  private static AccountDeletion deletion(ResultSet row) throws SQLException {
    return new AccountDeletion(
        new UserId(row.getLong("user_id")),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        texts(row, "keepers").stream()
            .map(PostgresAccountDeletions::keeper)
            .collect(Collectors.toSet()),
        texts(row, "endpoints").stream().map(PushEndpoint::new).toList(),
        row.getInt("attempts"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static Keeper keeper(String code) {
    return Arrays.stream(Keeper.values())
        .filter(keeper -> keeper.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("keeper: " + code + " (expected: a known)"));
  }

  /// The number of attempts is the fencing token: each taking counts.
  @Override
  public void leave(AccountDeletion rest, Instant dueAt, Deadline deadline) {
    int _ =
        database.run(
            deadline, handle -> rest.isDone() ? forget(handle, rest) : keep(handle, rest, dueAt));
  }

  private static int forget(Handle handle, AccountDeletion done) {
    return handle
        .createUpdate("delete from deletions where user_id = :user and attempts = :attempts")
        .bind("user", done.user().value())
        .bind("attempts", done.attempts())
        .execute();
  }

  private static int keep(Handle handle, AccountDeletion rest, Instant dueAt) {
    return handle
        .createUpdate(
            """
            update deletions set keepers = :keepers, endpoints = :endpoints, due_at = :due_at
            where user_id = :user and attempts = :attempts
            """)
        .bindArray("keepers", String.class, codes(rest.keepers()))
        .bindArray(
            "endpoints", String.class, rest.endpoints().stream().map(PushEndpoint::arn).toList())
        .bind("due_at", moment(dueAt))
        .bind("user", rest.user().value())
        .bind("attempts", rest.attempts())
        .execute();
  }

  private static List<String> codes(Collection<Keeper> keepers) {
    return keepers.stream().sorted().map(Keeper::code).toList();
  }

  @Override
  public Backlog backlog(Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery("select count(*) as open, min(requested_at) as oldest from deletions")
                .map(
                    (row, _) ->
                        new Backlog(
                            row.getInt("open"),
                            Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .one());
  }

  private static OffsetDateTime moment(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
