package app.oddiya.domain.video.job;

import app.oddiya.domain.shared.Deadline;
import java.time.Instant;
import java.util.List;

/// Messages written together with the rows they speak of ([VideoJobs]) and not yet delivered.
///
/// Delivery is at least once: a relay takes a message, delivers it and confirms. If it dies
/// between, the message comes back by itself.
public interface Outbox {

  /// Takes up to `limit` messages that are due, oldest first. Nobody else gets them before
  /// `backAt`.
  List<OutboxMessage> take(
      OutboxMessage.Topic topic, int limit, Instant now, Instant backAt, Deadline deadline);

  /// It was delivered; nobody gets it again.
  void confirm(OutboxMessage message, Deadline deadline);

  /// It could not be delivered: let it be due again at `at`.
  void postpone(OutboxMessage message, Instant at, Deadline deadline);
}
