package app.oddiya.adapters.postgres.video;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.Departures;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/// Departures in `tombstones`.
final class PostgresDepartures implements Departures {

  private final Database database;

  PostgresDepartures(Database database) {
    this.database = database;
  }

  @Override
  public List<Departure> due(Instant now, int limit, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(
                    """
                    select user_id, deleted_at
                    from tombstones
                    where sweep_at <= :now
                    order by sweep_at, user_id
                    limit :limit
                    """)
                .bind("now", Stored.moment(now))
                .bind("limit", limit)
                .map(
                    (row, _) ->
                        new Departure(
                            new UserId(row.getLong("user_id")),
                            row.getObject("deleted_at", OffsetDateTime.class).toInstant()))
                .list());
  }

  @Override
  public void sweepAgain(Departure departure, Instant at, Deadline deadline) {
    int _ =
        database.run(
            deadline,
            handle ->
                handle
                    .createUpdate("update tombstones set sweep_at = :at where user_id = :user")
                    .bind("user", departure.user().value())
                    .bind("at", Stored.moment(at))
                    .execute());
  }

  @Override
  public void forget(Departure departure, Deadline deadline) {
    int _ =
        database.run(
            deadline,
            handle ->
                handle
                    .createUpdate("delete from tombstones where user_id = :user")
                    .bind("user", departure.user().value())
                    .execute());
  }
}
