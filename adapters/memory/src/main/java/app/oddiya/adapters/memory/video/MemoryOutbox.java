package app.oddiya.adapters.memory.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Span;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Outbox;
import app.oddiya.domain.video.job.OutboxMessage;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/// Messages in memory. Deadlines are not looked at. Safe for concurrent use.
public final class MemoryOutbox implements Outbox {

  private final TreeMap<Long, Waiting> messages = new TreeMap<>();
  private long written;

  /// What [MemoryVideoJobs] does within its own transaction.
  synchronized void write(OutboxMessage.Topic topic, JobId job) {
    written++;
    var message = new OutboxMessage(written, topic, job, Span.current().traceparent());
    messages.put(written, new Waiting(message, Instant.MIN));
  }

  /// As the rows of a job go, so do its messages.
  synchronized void forget(JobId job) {
    messages.values().removeIf(waiting -> waiting.message().job().equals(job));
  }

  @Override
  public synchronized List<OutboxMessage> take(
      OutboxMessage.Topic topic, int limit, Instant now, Instant backAt, Deadline deadline) {
    List<OutboxMessage> taken =
        messages.values().stream()
            .filter(waiting -> waiting.message().topic() == topic)
            .filter(waiting -> !now.isBefore(waiting.dueAt()))
            .limit(limit)
            .map(Waiting::message)
            .toList();
    taken.forEach(message -> postpone(message, backAt, deadline));
    return taken;
  }

  @Override
  public synchronized void confirm(OutboxMessage message, Deadline deadline) {
    messages.remove(message.id());
  }

  @Override
  public synchronized void postpone(OutboxMessage message, Instant at, Deadline deadline) {
    messages.computeIfPresent(message.id(), (_, _) -> new Waiting(message, at));
  }

  private record Waiting(OutboxMessage message, Instant dueAt) {}
}
