package app.oddiya.adapters.postgres.video;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Outbox;
import app.oddiya.domain.video.job.OutboxMessage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Messages in `outbox`. A message is taken by moving its time, not by holding its row locked: a
/// connection is never kept while something else is waited for.
final class PostgresOutbox implements Outbox {

  private final Database database;

  PostgresOutbox(Database database) {
    this.database = database;
  }

  @Override
  public List<OutboxMessage> take(
      OutboxMessage.Topic topic, int limit, Instant now, Instant backAt, Deadline deadline) {
    List<OutboxMessage> taken =
        database.run(
            deadline,
            handle ->
                handle
                    .createQuery(
                        """
                        update outbox set due_at = :back_at
                        where id in (
                          select id from outbox
                          where topic = :topic and due_at <= :now
                          order by id
                          limit :limit
                          for update skip locked)
                        returning id, job_id, traceparent
                        """)
                    .bind("topic", topic)
                    .bind("now", Stored.moment(now))
                    .bind("back_at", Stored.moment(backAt))
                    .bind("limit", limit)
                    .map(
                        (row, _) ->
                            new OutboxMessage(
                                row.getLong("id"),
                                topic,
                                new JobId(row.getLong("job_id")),
                                Optional.ofNullable(row.getString("traceparent"))))
                    .list());
    // RETURNING promises no order.
    return taken.stream().sorted(Comparator.comparingLong(OutboxMessage::id)).toList();
  }

  @Override
  public void confirm(OutboxMessage message, Deadline deadline) {
    database.run(
        deadline,
        handle ->
            handle
                .createUpdate("delete from outbox where id = :id")
                .bind("id", message.id())
                .execute());
  }

  @Override
  public void postpone(OutboxMessage message, Instant at, Deadline deadline) {
    database.run(
        deadline,
        handle ->
            handle
                .createUpdate("update outbox set due_at = :at where id = :id")
                .bind("id", message.id())
                .bind("at", Stored.moment(at))
                .execute());
  }
}
