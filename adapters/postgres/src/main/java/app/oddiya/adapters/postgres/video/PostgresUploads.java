package app.oddiya.adapters.postgres.video;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.Uploads;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Permitted uploads in `uploads`.
final class PostgresUploads implements Uploads {

  private final Database database;

  PostgresUploads(Database database) {
    this.database = database;
  }

  @Override
  public Permission permit(
      UserId owner, List<Sized> files, long bytesADay, Instant now, Deadline deadline) {
    long sum = files.stream().mapToLong(Sized::bytes).sum();
    return database.run(
        deadline,
        handle ->
            switch (refusal(handle, owner, files, sum, bytesADay, now).orElse("")) {
              case "" -> new Permission.Given();
              case "ACCOUNT_DELETED" -> throw new AccountDeleted();
              case "TOO_MUCH" -> new Permission.TooMuch(roomAt(handle, owner, sum, bytesADay, now));
              case String other -> throw new IllegalStateException("refused: " + other);
            });
  }

  private static Optional<String> refusal(
      Handle handle, UserId owner, List<Sized> files, long sum, long bytesADay, Instant now) {
    return handle
        .createQuery(
            """
            with refused as materialized (
              select uploads_refused(:owner, :sum, :bytes_a_day, :now) as reason
            ),
            permitted as (
              insert into uploads (url, user_id, bytes, permitted_at)
              select file.url, :owner, file.bytes, :now
              from refused, unnest(:urls, :sizes) as file (url, bytes)
              where reason is null
            )
            select reason from refused
            """)
        .bind("owner", owner.value())
        .bind("sum", sum)
        .bind("bytes_a_day", bytesADay)
        .bind("now", Stored.moment(now))
        .bindArray("urls", String.class, files.stream().map(it -> it.file().toString()).toList())
        .bindArray("sizes", Long.class, files.stream().map(Sized::bytes).toList())
        .map((row, _) -> Optional.ofNullable(row.getString("reason")))
        .one();
  }

  /// When enough of what was permitted is a day old; a day from now if that will never be enough.
  private static Instant roomAt(
      Handle handle, UserId owner, long sum, long bytesADay, Instant now) {
    return handle
        .createQuery(
            """
            select min(permitted_at) from (
              select
                permitted_at,
                sum(bytes) over ()
                  - sum(bytes) over (order by permitted_at range unbounded preceding) as left_over
              from uploads
              where user_id = :owner and permitted_at > :since
            ) as permitted
            where left_over + :sum <= :bytes_a_day
            """)
        .bind("owner", owner.value())
        .bind("since", Stored.moment(now.minus(KEPT)))
        .bind("sum", sum)
        .bind("bytes_a_day", bytesADay)
        .map((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .one()
        .map(OffsetDateTime::toInstant)
        .orElse(now)
        .plus(KEPT);
  }

  @Override
  public int letGo(Instant moment, Instant now, int limit, Deadline deadline) {
    List<UserId> owners =
        database.run(
            deadline,
            handle ->
                handle
                    .createQuery(
                        """
                        select distinct user_id from uploads where permitted_at < :moment limit :limit
                        """)
                    .bind("moment", Stored.moment(moment))
                    .bind("limit", limit)
                    .map((row, _) -> new UserId(row.getLong("user_id")))
                    .list());
    owners.forEach(owner -> letGo(owner, moment, now, deadline));
    return owners.size();
  }

  private void letGo(UserId owner, Instant moment, Instant now, Deadline deadline) {
    int _ =
        database.transact(
            deadline,
            handle -> {
              TurnOfUser.take(handle, owner);
              return handle
                  .createUpdate(
                      """
                      with old as (
                        delete from uploads
                        where user_id = :owner and permitted_at < :moment
                        returning url
                      ),
                      never_used as (
                        select unused(:owner, array_agg(url), null) as urls from old
                      )
                      insert into leftovers (user_id, uploads, since)
                      select :owner, urls, :now from never_used where urls <> '{}'
                      """)
                  .bind("owner", owner.value())
                  .bind("moment", Stored.moment(moment))
                  .bind("now", Stored.moment(now))
                  .execute();
            });
  }
}
