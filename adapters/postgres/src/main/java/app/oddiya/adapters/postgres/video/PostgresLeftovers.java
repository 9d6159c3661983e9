package app.oddiya.adapters.postgres.video;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Leftovers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Leftovers in `leftovers`; what writes them is in the statements that make them.
final class PostgresLeftovers implements Leftovers {

  private final Database database;

  PostgresLeftovers(Database database) {
    this.database = database;
  }

  static Leftover leftover(ResultSet row) throws SQLException {
    Optional<Long> fence = Optional.ofNullable(row.getObject("fence", Long.class));
    List<FileUrl> uploads =
        Stream.of((String[]) row.getArray("uploads").getArray()).map(Stored::file).toList();
    return new Leftover(
        row.getLong("id"),
        new UserId(row.getLong("user_id")),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("job_id", Long.class))
            .map(job -> new Films(new JobId(job), fence)),
        uploads);
  }

  @Override
  public List<Leftover> due(Instant now, int limit, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(
                    """
                    select id, user_id, job_id, fence, uploads, since
                    from leftovers
                    where sweep_at <= :now
                    order by sweep_at, id
                    limit :limit
                    """)
                .bind("now", Stored.moment(now))
                .bind("limit", limit)
                .map((row, _) -> leftover(row))
                .list());
  }

  @Override
  public void sweepAgain(Leftover leftover, Instant at, Deadline deadline) {
    int _ =
        database.run(
            deadline,
            handle ->
                handle
                    .createUpdate("update leftovers set sweep_at = :at where id = :id")
                    .bind("id", leftover.id())
                    .bind("at", Stored.moment(at))
                    .execute());
  }

  @Override
  public void forget(Leftover leftover, Deadline deadline) {
    int _ =
        database.run(
            deadline,
            handle ->
                handle
                    .createUpdate("delete from leftovers where id = :id")
                    .bind("id", leftover.id())
                    .execute());
  }
}
