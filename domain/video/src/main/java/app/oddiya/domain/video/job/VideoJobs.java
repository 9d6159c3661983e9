package app.oddiya.domain.video.job;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.job.Leftovers.Leftover;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All jobs, and with them the messages that their changes call for: a row and its message are
/// stored together or not at all, so that no job is ever without somebody who will hear of it.
///
/// Every method throws [app.oddiya.domain.shared.Unavailable] if the store does not answer in time;
/// after a write nothing is known then, and doing it again settles it.
public interface VideoJobs {

  /// What `idempotencyKey` of `owner` already stands for; empty if it is free.
  Optional<Requested> known(
      UserId owner, UUID idempotencyKey, VideoRequest request, Instant now, Deadline deadline);

  /// Stores the job and a [OutboxMessage.Topic#RENDER] message, unless the key is taken.
  ///
  /// Two requests are the same if they are equal as values, with defaults filled in: neither the
  /// spelling of their JSON nor what was found out about their photos counts. The less good
  /// alternative is a hash of the request: a later release that knows one more field would hash the
  /// same request differently.
  ///
  /// @param atOnce how many jobs of one owner may be without an end, this one included
  Requested request(NewJob job, int atOnce, Deadline deadline);

  /// Deletes a job of `owner` with its messages, whatever its state: whoever holds it can store
  /// nothing any more. Its key is remembered, and its files, but for uploads that another job uses,
  /// become a leftover.
  ///
  /// @return what there is to be removed; empty if there is no such job
  Optional<Leftover> delete(UserId owner, JobId id, Instant now, Deadline deadline);

  /// A job of `owner`; another's is as absent as none.
  Optional<VideoJob> find(UserId owner, JobId id, Deadline deadline);

  /// A job whoever owns it, for workers.
  Optional<VideoJob> find(JobId id, Deadline deadline);

  /// The jobs of `owner`, newest first. A cursor that was not made here is as good as an empty
  /// list.
  Page<VideoJob> list(UserId owner, Page.Request page, Deadline deadline);

  /// Puts `after` in the place of `before`: compare-and-set.
  ///
  /// Nothing happens unless the stored job still has the status and the fencing token of `before`:
  /// so of two workers that claim one job one wins, and one whose lease was taken back can store
  /// nothing any more. A job that becomes pending is stored with a [OutboxMessage.Topic#RENDER]
  /// message, one that ends with an [OutboxMessage.Topic#ANNOUNCE] one. What a claim has stored
  /// that came to nothing becomes a leftover.
  ///
  /// @return whether it was done
  boolean replace(VideoJob.Open before, VideoJob after, Deadline deadline);

  /// As [#replace], but only if nothing has been heard of the job since `before` was read: its due
  /// time is still the same. This is how somebody who does not hold a job lays hands on it.
  boolean replaceOverdue(VideoJob.Open before, VideoJob after, Deadline deadline);

  /// Jobs whose [VideoJob.Open#dueAt] has come, longest overdue first.
  List<VideoJob.Open> overdue(Instant now, int limit, Deadline deadline);
}
