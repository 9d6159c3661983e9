package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Outbox;
import app.oddiya.domain.video.job.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Delivers the messages of one topic that wait in the outbox.
///
/// At least once: a crash between delivery and confirmation brings a message back. Any number of
/// relays may run, each message is taken by one at a time.
public final class RelayOutbox {

  /// How many messages are taken at a time.
  private static final int BATCH = 50;

  /// When a message comes back whose relay died. Longer than a batch takes.
  private static final Duration BACK = Duration.ofSeconds(30);

  /// When a message is tried again whose receiver was not there: soon, so that a backlog is gone
  /// within seconds of the receiver's return.
  private static final Duration RETRY = Duration.ofSeconds(3);

  /// What one delivery may take.
  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final Outbox outbox;
  private final OutboxMessage.Topic topic;
  private final Carrier carrier;
  private final InstantSource clock;

  public RelayOutbox(
      Outbox outbox, OutboxMessage.Topic topic, Carrier carrier, InstantSource clock) {
    this.outbox = outbox;
    this.topic = topic;
    this.carrier = carrier;
    this.clock = clock;
  }

  /// Brings a message to whoever should hear it.
  public interface Carrier {

    /// @throws Unavailable if nobody is known to have heard it
    void carry(JobId job, Deadline deadline);
  }

  /// What one round did.
  ///
  /// @param delivered messages
  /// @param postponed messages, for the given reason
  /// @param more whether there may be more that are due
  public record Round(
      int delivered, int postponed, Optional<RuntimeException> reason, boolean more) {}

  /// Delivers one batch.
  ///
  /// @throws Unavailable if the outbox itself does not answer
  public Round relay() {
    Instant now = clock.instant();
    List<OutboxMessage> taken = outbox.take(topic, BATCH, now, now.plus(BACK), budget());
    for (int i = 0; i < taken.size(); i++) {
      Optional<RuntimeException> failure = deliver(taken.get(i));
      if (failure.isPresent()) {
        // Where one found nobody, the others would only wait for the same.
        List<OutboxMessage> left = taken.subList(i, taken.size());
        left.forEach(message -> outbox.postpone(message, now.plus(RETRY), budget()));
        return new Round(i, left.size(), failure, false);
      }
    }
    return new Round(taken.size(), 0, Optional.empty(), taken.size() == BATCH);
  }

  private Optional<RuntimeException> deliver(OutboxMessage message) {
    try {
      carrier.carry(message.job(), budget());
    } catch (RuntimeException e) {
      // An outage, or a bug that must not hold up the relay: either way the message is kept.
      return Optional.of(e);
    }
    outbox.confirm(message, budget());
    return Optional.empty();
  }

  private Deadline budget() {
    return Deadline.in(BUDGET, clock);
  }
}
