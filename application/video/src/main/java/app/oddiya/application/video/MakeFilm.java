package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.video.film.Cut;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.Director;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.PhotoDecoder;
import app.oddiya.domain.video.film.PhotoReading;
import app.oddiya.domain.video.film.PhotoRefusal;
import app.oddiya.domain.video.film.PhotoUse;
import app.oddiya.domain.video.film.RenderOutcome;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.film.Storyboard;
import app.oddiya.domain.video.job.AcceptedPhoto;
import app.oddiya.domain.video.job.Brief;
import app.oddiya.domain.video.job.Failure;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.Film;
import app.oddiya.domain.video.job.PhotoHint;
import app.oddiya.domain.video.job.PhotoReport;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.VideoRequest;
import app.oddiya.domain.video.job.WantedUpload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Makes the film of one brief: fetch and read the photos, direct, render, store.
///
/// It knows nothing of leases; it is told under which fencing token to store what it makes.
public final class MakeFilm {

  /// What one photo may take to be fetched.
  private static final Duration FETCHING = Duration.ofSeconds(60);

  /// What one photo may take to be read; far more than any honest one needs.
  private static final Duration READING = Duration.ofSeconds(30);

  private static final Duration RENDERING = Duration.ofMinutes(10);
  private static final Duration STORING = Duration.ofMinutes(2);

  /// Per cent of the whole at which reading, and rendering, are done.
  private static final int READ = 25;

  private static final int RENDERED = 95;

  private final PhotoStore store;
  private final PhotoDecoder decoder;
  private final Renderer renderer;
  private final InstantSource clock;

  public MakeFilm(PhotoStore store, PhotoDecoder decoder, Renderer renderer, InstantSource clock) {
    this.store = store;
    this.decoder = decoder;
    this.renderer = renderer;
    this.clock = clock;
  }

  /// What came of it.
  sealed interface Outcome {

    /// It is in the store.
    record Made(Film film, List<PhotoReport> photos) implements Outcome {}

    /// It went wrong, and another try may go better.
    ///
    /// @param cause for those who run this
    record Broken(Failure failure, List<PhotoReport> photos, String cause) implements Outcome {}

    /// It cannot be made of these photos.
    record Impossible(Failure failure, List<PhotoReport> photos) implements Outcome {}
  }

  /// @param progress hears per cent, 0..99, never falling
  /// @throws Unavailable if a store did not answer: nothing is known about the film
  /// @throws InterruptedException if the thread is interrupted
  Outcome make(Brief brief, long fence, Path workFolder, IntConsumer progress)
      throws InterruptedException {
    Reels reels = new Reels();
    try {
      read(brief, workFolder, progress, reels);
    } catch (TooSlow e) {
      return new Outcome.Broken(e.failure(), reels.reports(), "reading");
    }
    if (reels.readable().size() < VideoRequest.FEWEST_PHOTOS) {
      return new Outcome.Impossible(tooFew(reels), reels.reports());
    }
    Cut cut = new Director(brief.request().film(brief.trip())).cut(reels.readable());
    return render(brief, fence, cut.storyboard(), workFolder, progress, reels.reports(cut.uses()));
  }

  private void read(Brief brief, Path workFolder, IntConsumer progress, Reels reels)
      throws InterruptedException, TooSlow {
    FrameSize frame = brief.request().aspect().frame();
    int done = 0;
    for (AcceptedPhoto photo : brief.photos()) {
      switch (read(photo, workFolder, frame)) {
        case PhotoReading.Readable(DecodedPhoto decoded) ->
            reels.add(photo.url(), hinted(decoded, brief.request().hint(photo.url())));
        case PhotoReading.Refused(PhotoRefusal reason, String _) ->
            reels.refuse(photo.url(), reason);
      }
      done++;
      progress.accept(READ * done / brief.photos().size());
    }
  }

  private PhotoReading read(AcceptedPhoto photo, Path workFolder, FrameSize frame)
      throws InterruptedException, TooSlow {
    // One name for all, so that no more than one original lies on the disk at a time.
    Path original = workFolder.resolve("original");
    return switch (store.fetch(
        photo, original, WantedUpload.Kind.PHOTO.maxBytes(), Deadline.in(FETCHING, clock))) {
      case COPIED -> decode(photo, original, workFolder, frame);
      case CHANGED ->
          new PhotoReading.Refused(PhotoRefusal.CHANGED_AFTER_ACCEPTANCE, "another content");
      case TOO_LARGE -> new PhotoReading.Refused(PhotoRefusal.UNREADABLE, "too many bytes");
    };
  }

  private PhotoReading decode(AcceptedPhoto photo, Path original, Path workFolder, FrameSize frame)
      throws InterruptedException, TooSlow {
    Deadline deadline = Deadline.in(READING, clock);
    try {
      return decoder.read(original, workFolder, frame, deadline);
    } catch (Unavailable e) {
      if (deadline.isOver(clock)) {
        // It may be the photo, it may be this machine: worth another try, but not for ever.
        throw new TooSlow(photo.url(), e);
      }
      throw e;
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
        photo.focus());
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
      Path workFolder,
      IntConsumer progress,
      List<PhotoReport> photos)
      throws InterruptedException {
    RenderOutcome rendered =
        renderer.render(
            storyboard,
            workFolder,
            (done, total) -> progress.accept(READ + (RENDERED - READ) * done / total),
            Deadline.in(RENDERING, clock));
    return switch (rendered) {
      case RenderOutcome.Failed failed ->
          new Outcome.Broken(
              Failure.of(failed.code().wire(), "The film could not be rendered."),
              photos,
              failed.detail());
      case RenderOutcome.Rendered made -> new Outcome.Made(stored(brief, fence, made), photos);
    };
  }

  private Film stored(Brief brief, long fence, RenderOutcome.Rendered made) {
    FileUrl film = FileUrl.film(store.bucket(), brief.owner(), brief.id(), fence);
    FileUrl poster = FileUrl.poster(store.bucket(), brief.owner(), brief.id(), fence);
    store.put(film, made.film(), "video/mp4", Deadline.in(STORING, clock));
    store.put(poster, made.poster(), "image/jpeg", Deadline.in(STORING, clock));
    return new Film(film, poster, made.duration());
  }

  /// The photos as they come in: those that can be shown, and what is to be said of each.
  private static final class Reels {

    private final List<DecodedPhoto> readable = new ArrayList<>();
    private final List<Optional<PhotoRefusal>> refusals = new ArrayList<>();
    private final List<FileUrl> photos = new ArrayList<>();

    void add(FileUrl photo, DecodedPhoto decoded) {
      photos.add(photo);
      refusals.add(Optional.empty());
      readable.add(decoded);
    }

    void refuse(FileUrl photo, PhotoRefusal reason) {
      photos.add(photo);
      refusals.add(Optional.of(reason));
    }

    List<DecodedPhoto> readable() {
      return readable;
    }

    Optional<FileUrl> firstRefused() {
      return reports().stream().map(PhotoReport::photo).findFirst();
    }

    /// Of the refused ones alone, as there is no film that could use the others.
    List<PhotoReport> reports() {
      List<PhotoReport> reports = new ArrayList<>();
      for (int i = 0; i < photos.size(); i++) {
        FileUrl photo = photos.get(i);
        refusals
            .get(i)
            .ifPresent(reason -> reports.add(new PhotoReport(photo, new PhotoUse.LeftOut(reason))));
      }
      return reports;
    }

    /// Of all.
    ///
    /// @param uses what the film does with the readable ones, in their order
    List<PhotoReport> reports(List<PhotoUse> uses) {
      List<PhotoReport> reports = new ArrayList<>();
      var used = uses.iterator();
      for (int i = 0; i < photos.size(); i++) {
        PhotoUse use = refusals.get(i).<PhotoUse>map(PhotoUse.LeftOut::new).orElseGet(used::next);
        reports.add(new PhotoReport(photos.get(i), use));
      }
      return reports;
    }
  }

  /// A photo took too long to read.
  private static final class TooSlow extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient FileUrl photo;

    TooSlow(FileUrl photo, Unavailable cause) {
      super(cause);
      this.photo = photo;
    }

    Failure failure() {
      return new Failure("too_slow", "A photo took too long to read.", Optional.of(photo));
    }
  }
}
