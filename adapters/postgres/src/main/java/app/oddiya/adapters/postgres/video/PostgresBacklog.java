package app.oddiya.adapters.postgres.video;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.shared.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/// What has been asked for and is not done yet, for those who run this. Only what is open is
/// counted, by its own index: tables of any length cost the same.
final class PostgresBacklog {

  private static final Duration BUDGET = Duration.ofSeconds(2);

  private final Database database;
  private final InstantSource clock;

  PostgresBacklog(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// @return figures by what they count
  /// @throws app.oddiya.domain.shared.Unavailable if the database does not answer
  Map<String, Double> read() {
    Map<String, Double> figures = new TreeMap<>();
    database.run(
        Deadline.in(BUDGET, clock),
        handle ->
            handle
                .createQuery(
                    """
                    with open_jobs as (
                      select status, created_at from video_jobs where due_at is not null
                    )
                    select 'pending' as figure, count(*)::float8 as value
                    from open_jobs where status = 'PENDING'
                    union all
                    select 'processing', count(*)::float8 from open_jobs where status = 'PROCESSING'
                    union all
                    select 'oldest_seconds',
                      coalesce(extract(epoch from cast(:now as timestamptz) - min(created_at)), 0)::float8
                    from open_jobs
                    union all
                    select 'unsent_render', count(*)::float8 from outbox where topic = 'RENDER'
                    union all
                    select 'unsent_announce', count(*)::float8 from outbox where topic = 'ANNOUNCE'
                    """)
                .bind("now", Stored.moment(clock.instant()))
                .map((row, _) -> figures.put(row.getString("figure"), row.getDouble("value")))
                .list());
    return figures;
  }
}
