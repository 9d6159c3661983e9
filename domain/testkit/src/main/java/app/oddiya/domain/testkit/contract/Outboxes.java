package app.oddiya.domain.testkit.contract;

import app.oddiya.domain.testkit.time.SettableClock;
import app.oddiya.domain.video.job.Outbox;
import app.oddiya.domain.video.job.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Empties outboxes, for contracts that look at what is written next.
final class Outboxes {

  /// Later than anything in these tests.
  private static final Instant LATE = SettableClock.A_MORNING.plus(Duration.ofDays(1));

  private Outboxes() {}

  /// All messages of `topic`, none of which will come again.
  static List<OutboxMessage> drained(Outbox outbox, OutboxMessage.Topic topic) {
    List<OutboxMessage> all = new ArrayList<>();
    List<OutboxMessage> some;
    do {
      some = outbox.take(topic, 100, LATE, LATE.plusSeconds(60), Deadlines.ample());
      some.forEach(message -> outbox.confirm(message, Deadlines.ample()));
      all.addAll(some);
    } while (!some.isEmpty());
    return all;
  }
}
