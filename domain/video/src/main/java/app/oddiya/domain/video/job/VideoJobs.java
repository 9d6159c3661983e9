package app.oddiya.domain.video.job;

import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All jobs, and with them the messages that their changes call for: a row and its message are
/// stored together or not at all, so that no job is ever without somebody who will hear of it.
///
/// Every method throws [app.oddiya.domain.shared.Unavailable] if the store does not answer; after a
/// write nothing is known then, and a retry settles it.
public interface VideoJobs {

  /// What `idempotencyKey` of `owner` already stands for; empty if it is free.
  Optional<Requested> known(UserId owner, UUID idempotencyKey, VideoRequest request);

  /// Stores the job and a [OutboxMessage.Topic#RENDER] message, unless the key is taken.
  ///
  /// Two requests are the same if they are equal as values, with defaults filled in: neither the
  /// spelling of their JSON nor what was found out about their photos counts.
  Requested request(NewJob job);

  /// A job of `owner`; another's is as absent as none.
  Optional<VideoJob> find(UserId owner, JobId id);

  /// A job whoever owns it, for workers.
  Optional<VideoJob> find(JobId id);

  /// The jobs of `owner`, newest first.
  Page<VideoJob> list(UserId owner, Page.Request page);

  /// Puts `after` in the place of `before`: compare-and-set.
  ///
  /// Nothing happens unless the stored job still has the status, the fencing token and the due time
  /// of `before`: so of two workers that claim one job one wins, and one whose lease was taken back
  /// can store nothing any more. A job that becomes pending is stored with a
  /// [OutboxMessage.Topic#RENDER] message, one that ends with an [OutboxMessage.Topic#ANNOUNCE]
  /// one.
  ///
  /// @return whether it was done
  boolean replace(VideoJob.Open before, VideoJob after);

  /// Jobs whose [VideoJob.Open#dueAt] has come, longest overdue first.
  List<VideoJob.Open> overdue(Instant now, int limit);
}
