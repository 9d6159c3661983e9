package app.oddiya.application.video;

import app.oddiya.domain.video.job.Brief;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.Film;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.VideoJob;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// A job as its owner sees it.
///
/// @param links to what there is to see so far
public record JobView(VideoJob job, Links links) {

  /// How long a link to a film can be followed.
  private static final Duration VALIDITY = Duration.ofHours(1);

  /// Addresses that anybody who knows them can fetch for a while.
  ///
  /// @param video once there is one
  /// @param poster of the film, or of its preview
  /// @param preview while the film is being made, and after
  public record Links(Optional<URI> video, Optional<URI> poster, Optional<URI> preview) {

    static final Links NONE = new Links(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// A job alone.
  public static JobView withoutLinks(VideoJob job) {
    return new JobView(job, Links.NONE);
  }

  static JobView of(VideoJob job, PhotoStore store) {
    return switch (job) {
      case VideoJob.Completed completed -> new JobView(job, links(completed.film(), store));
      case VideoJob.Processing processing when processing.previewed() ->
          new JobView(job, links(processing, store));
      case VideoJob.Processing _, VideoJob.Pending _, VideoJob.Failed _ -> withoutLinks(job);
    };
  }

  private static Links links(Film film, PhotoStore store) {
    return new Links(
        Optional.of(permitted(film.film(), store)),
        Optional.of(permitted(film.poster(), store)),
        film.preview().map(file -> permitted(file, store)));
  }

  private static Links links(VideoJob.Processing job, PhotoStore store) {
    Brief brief = job.brief();
    String bucket = store.bucket();
    FileUrl poster = FileUrl.poster(bucket, brief.owner(), brief.id(), job.fence());
    FileUrl preview = FileUrl.preview(bucket, brief.owner(), brief.id(), job.fence());
    return new Links(
        Optional.empty(),
        Optional.of(permitted(poster, store)),
        Optional.of(permitted(preview, store)));
  }

  private static URI permitted(FileUrl file, PhotoStore store) {
    return store.permitDownload(file, VALIDITY);
  }
}
