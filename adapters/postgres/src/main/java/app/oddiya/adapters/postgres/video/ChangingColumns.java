package app.oddiya.adapters.postgres.video;

import app.oddiya.domain.video.job.OutboxMessage.Topic;
import app.oddiya.domain.video.job.VideoJob;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// The columns of a job's row that change with its state, and the topic of the message that goes
/// with the change. Public for Jdbi, which binds each by the name of its method.
///
/// @param dueAt empty once it has ended
/// @param failures empty to leave the count as it is, as is `deaths`
/// @param futileSince from when on what the claim before has stored is a leftover, if it is one
public record ChangingColumns(
    String status,
    Optional<OffsetDateTime> dueAt,
    long fence,
    Optional<Integer> failures,
    Optional<Integer> deaths,
    int progress,
    boolean previewed,
    Optional<String> videoUrl,
    Optional<String> outcome,
    Optional<OffsetDateTime> endedAt,
    Optional<Topic> topic,
    Optional<OffsetDateTime> futileSince) {

  static ChangingColumns of(VideoJob.Open before, VideoJob after) {
    return switch (after) {
      case VideoJob.Pending pending -> open(before, pending, Optional.of(Topic.RENDER));
      case VideoJob.Processing processing -> open(before, processing, Optional.empty());
      case VideoJob.Completed completed ->
          ended(
              before,
              completed,
              completed.endedAt(),
              Optional.of(completed.film().film().toString()),
              StoredOutcome.of(completed));
      case VideoJob.Failed failed ->
          ended(before, failed, failed.endedAt(), Optional.empty(), StoredOutcome.of(failed));
    };
  }

  private static ChangingColumns open(
      VideoJob.Open before, VideoJob.Open job, Optional<Topic> topic) {
    return new ChangingColumns(
        status(job),
        Optional.of(Stored.moment(job.dueAt())),
        job.fence(),
        Optional.of(job.attempts().failures()),
        Optional.of(job.attempts().deaths()),
        job.progress(),
        isPreviewed(job),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        topic,
        futileSince(before, job));
  }

  private static ChangingColumns ended(
      VideoJob.Open before,
      VideoJob after,
      Instant endedAt,
      Optional<String> videoUrl,
      StoredOutcome outcome) {
    return new ChangingColumns(
        status(after),
        Optional.empty(),
        before.fence(),
        Optional.empty(),
        Optional.empty(),
        after.progress(),
        false,
        videoUrl,
        Optional.of(StoredJson.write(outcome)),
        Optional.of(Stored.moment(endedAt)),
        Optional.of(Topic.ANNOUNCE),
        futileSince(before, after));
  }

  private static Optional<OffsetDateTime> futileSince(VideoJob.Open before, VideoJob after) {
    return switch (before) {
      case VideoJob.Pending _ -> Optional.empty();
      case VideoJob.Processing claimed -> claimed.futileSince(after).map(Stored::moment);
    };
  }

  private static boolean isPreviewed(VideoJob.Open job) {
    return switch (job) {
      case VideoJob.Pending _ -> false;
      case VideoJob.Processing processing -> processing.previewed();
    };
  }

  static String status(VideoJob job) {
    return switch (job) {
      case VideoJob.Pending _ -> "PENDING";
      case VideoJob.Processing _ -> "PROCESSING";
      case VideoJob.Completed _ -> "COMPLETED";
      case VideoJob.Failed _ -> "FAILED";
    };
  }
}
