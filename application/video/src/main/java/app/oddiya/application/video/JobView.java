package app.oddiya.application.video;

import app.oddiya.domain.video.job.Film;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.VideoJob;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// A job as its owner sees it.
///
/// @param links to the film, once there is one
public record JobView(VideoJob job, Optional<Links> links) {

  /// How long a link to a film can be followed.
  private static final Duration VALIDITY = Duration.ofHours(1);

  /// Addresses that anybody who knows them can fetch for a while.
  public record Links(URI video, URI poster) {}

  static JobView of(VideoJob job, PhotoStore store) {
    return switch (job) {
      case VideoJob.Completed completed ->
          new JobView(job, Optional.of(links(completed.film(), store)));
      case VideoJob.Pending _, VideoJob.Processing _, VideoJob.Failed _ ->
          new JobView(job, Optional.empty());
    };
  }

  private static Links links(Film film, PhotoStore store) {
    return new Links(
        store.permitDownload(film.film(), VALIDITY), store.permitDownload(film.poster(), VALIDITY));
  }
}
