package app.oddiya.domain.video.job;

import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.film.TripOutline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A job that has no id yet: the row to be.
///
/// @param idempotencyKey the client's name for this request, unique per owner
/// @param photos as [Brief#photos]
/// @param music as [Brief#music]
/// @param trip as [Brief#trip]
public record NewJob(
    UserId owner,
    UUID idempotencyKey,
    VideoRequest request,
    List<AcceptedFile> photos,
    Optional<AcceptedFile> music,
    Optional<TripOutline> trip,
    Instant createdAt) {

  public NewJob {
    photos = List.copyOf(photos);
  }

  /// The job as it is once the store has given it an id.
  public VideoJob.Pending pending(JobId id) {
    Brief brief = new Brief(id, owner, request, photos, music, trip, createdAt);
    return new VideoJob.Pending(brief, 0, Attempts.NONE, createdAt.plus(VideoJob.Pending.PATIENCE));
  }
}
