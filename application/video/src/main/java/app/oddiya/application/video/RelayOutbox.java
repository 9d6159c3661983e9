package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Span;
import app.oddiya.domain.shared.Tracer;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Outbox;
import app.oddiya.domain.video.job.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/// Delivers the messages of one topic that wait in the outbox.
///
/// At least once: a crash between delivery and confirmation brings a message back. Any number of
/// relays may run, each message is taken by one at a time.
public final class RelayOutbox {

  /// How many messages are taken at a time.
  private static final int BATCH = 50;

  /// When a message comes back whose relay died. Longer than a batch takes.
  private static final Duration BACK = Duration.ofSeconds(30);

  /// When a message is tried again whose receiver was not there. Soon, so that a backlog is gone
  /// within seconds of the receiver's return; but later than the round that follows a failure, so
  /// that one message which can never be delivered does not stand in the way of the others.
  private static final Duration RETRY = Duration.ofSeconds(3);

  /// When a message is tried again that met a bug.
  private static final Duration RETRY_AFTER_BUG = Duration.ofMinutes(1);

  /// What one delivery may take.
  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final Outbox outbox;
  private final OutboxMessage.Topic topic;
  private final Carrier carrier;
  private final Tracer tracer;
  private final InstantSource clock;

  public RelayOutbox(
      Outbox outbox,
      OutboxMessage.Topic topic,
      Carrier carrier,
      Tracer tracer,
      InstantSource clock) {
    this.outbox = outbox;
    this.topic = topic;
    this.carrier = carrier;
    this.tracer = tracer;
    this.clock = clock;
  }

  /// Brings a message to whoever should hear it.
  public interface Carrier {

    /// @throws Unavailable if nobody is known to have heard it
    void carry(JobId job, Deadline deadline);
  }

  /// Delivers one batch, up to the first message that cannot be delivered: where one finds nobody,
  /// the others would only wait for the same.
  ///
  /// @return whether there may be more that are due
  /// @throws Unavailable if the outbox, or whoever should hear, does not answer
  public boolean relay() {
    Instant now = clock.instant();
    List<OutboxMessage> taken = outbox.take(topic, BATCH, now, now.plus(BACK), budget());
    for (int i = 0; i < taken.size(); i++) {
      OutboxMessage message = taken.get(i);
      try {
        carry(message);
      } catch (Unavailable e) {
        putBack(taken.subList(i, taken.size()), RETRY);
        throw e;
      } catch (RuntimeException e) {
        putBack(taken.subList(i, taken.size()), RETRY_AFTER_BUG);
        throw e;
      }
      outbox.confirm(message, budget());
    }
    return taken.size() == BATCH;
  }

  private void carry(OutboxMessage message) {
    try (Span span = tracer.begin(Span.Kind.PRODUCER, this::name, message.trace())) {
      ScopedValue.where(Span.CURRENT, span).run(() -> carry(message, span));
    }
  }

  private void carry(OutboxMessage message, Span span) {
    try {
      carrier.carry(message.job(), budget());
    } catch (RuntimeException e) {
      span.failed(e.getClass().getSimpleName());
      throw e;
    }
  }

  private String name() {
    return "relay " + topic.name().toLowerCase(Locale.ROOT);
  }

  /// The first one failed and waits, the others go first next time.
  private void putBack(List<OutboxMessage> messages, Duration wait) {
    Instant now = clock.instant();
    outbox.postpone(messages.getFirst(), now.plus(wait), budget());
    messages.stream().skip(1).forEach(message -> outbox.postpone(message, now, budget()));
  }

  private Deadline budget() {
    return Deadline.in(BUDGET, clock);
  }
}
