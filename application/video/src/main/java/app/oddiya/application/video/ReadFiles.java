package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.MusicDecoder;
import app.oddiya.domain.video.film.MusicReading;
import app.oddiya.domain.video.film.MusicRefusal;
import app.oddiya.domain.video.film.PhotoDecoder;
import app.oddiya.domain.video.film.PhotoReading;
import app.oddiya.domain.video.film.PhotoRefusal;
import app.oddiya.domain.video.job.AcceptedFile;
import app.oddiya.domain.video.job.Failure;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.WantedUpload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Fetches a user's files, one at a time, and reads them.
final class ReadFiles {

  /// What one file may take to be fetched.
  private static final Duration FETCHING = Duration.ofSeconds(60);

  /// What one file may take to be read; far more than any honest one needs.
  private static final Duration READING = Duration.ofSeconds(30);

  private final PhotoStore store;
  private final PhotoDecoder photos;
  private final MusicDecoder music;
  private final InstantSource clock;

  ReadFiles(PhotoStore store, PhotoDecoder photos, MusicDecoder music, InstantSource clock) {
    this.store = store;
    this.photos = photos;
    this.music = music;
    this.clock = clock;
  }

  /// @throws Unavailable if a store did not answer, or the decoder did not run
  PhotoReading photo(AcceptedFile photo, Path workFolder, FrameSize frame)
      throws InterruptedException, TooSlow {
    Path original = original(workFolder);
    return switch (fetch(photo, original, WantedUpload.Kind.PHOTO)) {
      case COPIED ->
          inTime(
              new Failure("too_slow", "A photo took too long to read.", Optional.of(photo.url())),
              deadline -> photos.read(original, workFolder, frame, deadline));
      case CHANGED ->
          new PhotoReading.Refused(PhotoRefusal.CHANGED_AFTER_ACCEPTANCE, "another content");
      case TOO_LARGE -> new PhotoReading.Refused(PhotoRefusal.UNREADABLE, "too many bytes");
    };
  }

  /// @throws Unavailable if a store did not answer, or the decoder did not run
  MusicReading music(AcceptedFile file, Path workFolder, int seconds)
      throws InterruptedException, TooSlow {
    Path original = original(workFolder);
    return switch (fetch(file, original, WantedUpload.Kind.MUSIC)) {
      case COPIED ->
          inTime(
              Failure.of("too_slow", "The music took too long to read."),
              deadline -> music.read(original, workFolder, seconds, deadline));
      case CHANGED ->
          new MusicReading.Refused(
              MusicRefusal.CHANGED_AFTER_ACCEPTANCE, "It is not what was sent at first.");
      case TOO_LARGE -> new MusicReading.Refused(MusicRefusal.UNREADABLE, "It has too many bytes.");
    };
  }

  /// One name for all, so that no more than one original lies on the disk at a time.
  private static Path original(Path workFolder) {
    return workFolder.resolve("original");
  }

  private PhotoStore.Fetched fetch(AcceptedFile file, Path original, WantedUpload.Kind kind) {
    return store.fetch(file, original, kind.maxBytes(), Deadline.in(FETCHING, clock));
  }

  private <T> T inTime(Failure tooSlow, Reading<T> reading) throws InterruptedException, TooSlow {
    Deadline deadline = Deadline.in(READING, clock);
    try {
      return reading.read(deadline);
    } catch (Unavailable e) {
      if (deadline.isOver(clock)) {
        // It may be the file, it may be this machine: worth another try, but not for ever.
        throw new TooSlow(tooSlow, e);
      }
      throw e;
    }
  }

  @FunctionalInterface
  private interface Reading<T> {

    T read(Deadline deadline) throws InterruptedException;
  }

  /// A file took too long to read.
  static final class TooSlow extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    private TooSlow(Failure failure, Unavailable cause) {
      super(cause);
      this.failure = failure;
    }

    Failure failure() {
      return failure;
    }
  }
}
