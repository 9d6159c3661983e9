package app.oddiya.domain.video.job;

import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.film.TripOutline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that is needed to make a film, settled when it was asked for: nothing that changes later in
/// the plan or among the uploads changes what was ordered.
///
/// @param photos in the order of the request, each with its content's mark
/// @param music the file that the request brings, with its content's mark
/// @param trip the plan's stops, copied, if the request named a plan
public record Brief(
    JobId id,
    UserId owner,
    VideoRequest request,
    List<AcceptedFile> photos,
    Optional<AcceptedFile> music,
    Optional<TripOutline> trip,
    Instant createdAt) {

  public Brief {
    photos = List.copyOf(photos);
  }
}
