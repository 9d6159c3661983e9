package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.video.film.Culled;
import app.oddiya.domain.video.film.Cut;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.Director;
import app.oddiya.domain.video.film.FilmRequest;
import app.oddiya.domain.video.film.MusicDecoder;
import app.oddiya.domain.video.film.MusicReading;
import app.oddiya.domain.video.film.MusicRefusal;
import app.oddiya.domain.video.film.PhotoDecoder;
import app.oddiya.domain.video.film.PhotoReading;
import app.oddiya.domain.video.film.PhotoRefusal;
import app.oddiya.domain.video.film.Previewer;
import app.oddiya.domain.video.film.RenderOutcome;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.film.Soundtrack;
import app.oddiya.domain.video.film.Storyboard;
import app.oddiya.domain.video.film.Teaser;
import app.oddiya.domain.video.job.AcceptedFile;
import app.oddiya.domain.video.job.Brief;
import app.oddiya.domain.video.job.Failure;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.Film;
import app.oddiya.domain.video.job.Music;
import app.oddiya.domain.video.job.PhotoHint;
import app.oddiya.domain.video.job.PhotoReport;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.VideoRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Makes the film of one brief: fetch and read the photos, direct, render, store.
///
/// It knows nothing of leases; it is told under which fencing token to store what it makes.
public final class MakeFilm {

  private static final Duration RENDERING = Duration.ofMinutes(10);
  private static final Duration STORING = Duration.ofMinutes(2);

  /// Per cent of the whole at which reading, and rendering, are done.
  private static final int READ = 25;

  private static final int RENDERED = 95;

  private final PhotoStore store;
  private final ReadFiles files;
  private final Renderer renderer;
  private final ShowPreview showPreview;
  private final InstantSource clock;

  public MakeFilm(
      PhotoStore store,
      PhotoDecoder photos,
      MusicDecoder music,
      Previewer previewer,
      Renderer renderer,
      InstantSource clock) {
    this.store = store;
    this.files = new ReadFiles(store, photos, music, clock);
    this.renderer = renderer;
    this.showPreview = new ShowPreview(store, previewer, clock);
    this.clock = clock;
  }

  /// What came of it.
  sealed interface Outcome {

    /// It is in the store.
    ///
    /// @param noPreview why there is no preview of it, for those who run this; empty if there is
    ///     one
    record Made(Film film, List<PhotoReport> photos, Optional<String> noPreview)
        implements Outcome {}

    /// It went wrong, and another try may go better.
    ///
    /// @param cause for those who run this
    record Broken(Failure failure, List<PhotoReport> photos, String cause) implements Outcome {}

    /// It cannot be made of these files.
    record Impossible(Failure failure, List<PhotoReport> photos) implements Outcome {}
  }

  /// @throws Unavailable if a store did not answer: nothing is known about the film
  /// @throws InterruptedException if the thread is interrupted
  Outcome make(Brief brief, long fence, Path workFolder, Steps steps) throws InterruptedException {
    Reels reels = new Reels();
    try {
      return switch (soundtrack(brief, workFolder)) {
        case Sound.Refused(Failure failure) -> new Outcome.Impossible(failure, List.of());
        case Sound.Ready(Soundtrack soundtrack) ->
            make(
                brief,
                brief.request().film(brief.trip(), soundtrack),
                fence,
                workFolder,
                steps,
                reels);
      };
    } catch (ReadFiles.TooSlow e) {
      return new Outcome.Broken(e.failure(), reels.reports(), "reading");
    }
  }

  /// The music first: it is one file, and without it there is no film.
  private Sound soundtrack(Brief brief, Path workFolder)
      throws InterruptedException, ReadFiles.TooSlow {
    return switch (brief.request().music()) {
      case Music.Ours(Soundtrack.OfOurs soundtrack) -> new Sound.Ready(soundtrack);
      case Music.Uploaded _ ->
          switch (files.music(brief.music().orElseThrow(), workFolder, brief.request().seconds())) {
            case MusicReading.Readable(Path samples) ->
                new Sound.Ready(new Soundtrack.Brought(samples));
            case MusicReading.Refused(MusicRefusal reason, String detail) ->
                new Sound.Refused(Failure.of(reason.wire(), detail));
          };
    };
  }

  private Outcome make(
      Brief brief, FilmRequest request, long fence, Path workFolder, Steps steps, Reels reels)
      throws InterruptedException, ReadFiles.TooSlow {
    Optional<ShowPreview.Outcome> preview = Optional.empty();
    int done = 0;
    for (AcceptedFile photo : brief.photos()) {
      read(brief, photo, workFolder, reels);
      done++;
      steps.advance(READ * done / brief.photos().size());
      boolean last = done == brief.photos().size();
      if (preview.isEmpty() && isEnoughForAPreview(reels, last)) {
        ShowPreview.Outcome outcome =
            showPreview.show(brief, request, reels.readable(), fence, workFolder);
        preview = Optional.of(outcome);
        if (outcome instanceof ShowPreview.Outcome.Shown) {
          steps.preview();
        }
      }
    }
    if (reels.readable().size() < VideoRequest.FEWEST_PHOTOS) {
      return new Outcome.Impossible(tooFew(reels), reels.reports());
    }
    Culled culled =
        brief.request().keepAll()
            ? Culled.nothing(reels.readable())
            : Culled.of(reels.readable(), request);
    Cut cut = new Director(request).cut(culled.kept());
    return render(
        brief,
        fence,
        cut.storyboard(),
        preview.orElseThrow(),
        workFolder,
        steps,
        reels.reports(culled.uses(cut.uses())));
  }

  private static boolean isEnoughForAPreview(Reels reels, boolean last) {
    int readable = reels.readable().size();
    return readable >= Teaser.PHOTOS || (last && readable >= VideoRequest.FEWEST_PHOTOS);
  }

  private void read(Brief brief, AcceptedFile photo, Path workFolder, Reels reels)
      throws InterruptedException, ReadFiles.TooSlow {
    switch (files.photo(photo, workFolder, brief.request().aspect().frame())) {
      case PhotoReading.Readable(DecodedPhoto decoded) ->
          reels.add(photo.url(), hinted(decoded, brief.request().hint(photo.url())));
      case PhotoReading.Refused(PhotoRefusal reason, String _) -> reels.refuse(photo.url(), reason);
    }
  }

  /// What the phone said, where the file says nothing.
  private static DecodedPhoto hinted(DecodedPhoto photo, Optional<PhotoHint> hint) {
    Optional<LocalDateTime> utc =
        hint.flatMap(PhotoHint::takenAt).map(at -> LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    boolean timed = photo.takenAt().isPresent();
    return new DecodedPhoto(
        photo.pixels(),
        photo.width(),
        photo.height(),
        timed ? photo.takenAt() : utc,
        timed ? photo.offset() : utc.map(_ -> ZoneOffset.UTC),
        photo.position().or(() -> hint.flatMap(PhotoHint::position)),
        photo.focus(),
        photo.glance());
  }

  private static Failure tooFew(Reels reels) {
    return new Failure(
        "too_few_photos",
        "A film needs %d usable photos; there %s %d."
            .formatted(
                VideoRequest.FEWEST_PHOTOS,
                reels.readable().size() == 1 ? "was" : "were",
                reels.readable().size()),
        reels.firstRefused());
  }

  private Outcome render(
      Brief brief,
      long fence,
      Storyboard storyboard,
      ShowPreview.Outcome preview,
      Path workFolder,
      Steps steps,
      List<PhotoReport> photos)
      throws InterruptedException {
    RenderOutcome rendered =
        renderer.render(
            storyboard,
            workFolder,
            (done, total) -> steps.advance(READ + (RENDERED - READ) * done / total),
            Deadline.in(RENDERING, clock));
    return switch (rendered) {
      case RenderOutcome.Failed failed ->
          new Outcome.Broken(
              Failure.of(failed.code().wire(), "The film could not be rendered."),
              photos,
              failed.detail());
      case RenderOutcome.Rendered made ->
          switch (preview) {
            case ShowPreview.Outcome.Shown(FileUrl url) ->
                new Outcome.Made(
                    stored(brief, fence, made, Optional.of(url)), photos, Optional.empty());
            case ShowPreview.Outcome.Missing(String cause) ->
                new Outcome.Made(
                    stored(brief, fence, made, Optional.empty()), photos, Optional.of(cause));
          };
    };
  }

  private Film stored(
      Brief brief, long fence, RenderOutcome.Rendered made, Optional<FileUrl> preview) {
    FileUrl film = FileUrl.film(store.bucket(), brief.owner(), brief.id(), fence);
    FileUrl poster = FileUrl.poster(store.bucket(), brief.owner(), brief.id(), fence);
    store.put(film, made.film(), "video/mp4", Deadline.in(STORING, clock));
    store.put(poster, made.poster(), "image/jpeg", Deadline.in(STORING, clock));
    return new Film(film, poster, preview, made.duration());
  }

  /// What there is to be heard.
  private sealed interface Sound {

    record Ready(Soundtrack soundtrack) implements Sound {}

    record Refused(Failure failure) implements Sound {}
  }
}
