package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.FilmRequest;
import app.oddiya.domain.video.film.Previewer;
import app.oddiya.domain.video.film.RenderOutcome;
import app.oddiya.domain.video.film.Teaser;
import app.oddiya.domain.video.job.Brief;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.PhotoStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Stores a short, small film and a poster of the first photos, seconds after a job was begun.
final class ShowPreview {

  /// What it may take: it is of use only for as long as the film is not there.
  private static final Duration RENDERING = Duration.ofSeconds(20);

  private static final Duration STORING = Duration.ofSeconds(30);

  private final PhotoStore store;
  private final Previewer previewer;
  private final InstantSource clock;

  ShowPreview(PhotoStore store, Previewer previewer, InstantSource clock) {
    this.store = store;
    this.previewer = previewer;
    this.clock = clock;
  }

  /// What came of it.
  sealed interface Outcome {

    /// It is in the store.
    record Shown(FileUrl preview) implements Outcome {}

    /// There is none, and the film goes on without it.
    ///
    /// @param cause for those who run this
    record Missing(String cause) implements Outcome {}
  }

  /// The preview of what has been read so far.
  ///
  /// @throws app.oddiya.domain.shared.Unavailable if the store did not answer
  Outcome show(
      Brief brief, FilmRequest request, List<DecodedPhoto> photos, long fence, Path workFolder)
      throws InterruptedException {
    RenderOutcome outcome =
        previewer.preview(Teaser.of(request, photos), workFolder, Deadline.in(RENDERING, clock));
    return switch (outcome) {
      case RenderOutcome.Failed failed ->
          new Outcome.Missing(failed.code().wire() + ": " + failed.detail());
      case RenderOutcome.Rendered made -> new Outcome.Shown(stored(brief, fence, made));
    };
  }

  private FileUrl stored(Brief brief, long fence, RenderOutcome.Rendered made) {
    FileUrl preview = FileUrl.preview(store.bucket(), brief.owner(), brief.id(), fence);
    FileUrl poster = FileUrl.poster(store.bucket(), brief.owner(), brief.id(), fence);
    store.put(preview, made.film(), "video/mp4", Deadline.in(STORING, clock));
    store.put(poster, made.poster(), "image/jpeg", Deadline.in(STORING, clock));
    return preview;
  }
}
