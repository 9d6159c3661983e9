package app.oddiya.adapters.postgres.video;

import app.oddiya.domain.video.film.PhotoRefusal;
import app.oddiya.domain.video.film.PhotoUse;
import app.oddiya.domain.video.job.Failure;
import app.oddiya.domain.video.job.Film;
import app.oddiya.domain.video.job.PhotoReport;
import app.oddiya.domain.video.job.VideoJob;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How a job ended.
///
/// @param film of a completed one
/// @param failure of a failed one
record StoredOutcome(Optional<Video> film, Optional<Reason> failure, List<Photo> photos) {

  record Video(String film, String poster, Optional<String> preview, long millis) {}

  record Reason(String code, String detail, Optional<String> photo) {}

  /// @param leftOut why; empty for one that is in the film
  /// @param stopId at which it was taken, if it is in the film and that is known
  record Photo(String photo, Optional<String> leftOut, Optional<String> stopId) {}

  static StoredOutcome of(VideoJob.Completed job) {
    Film film = job.film();
    return new StoredOutcome(
        Optional.of(
            new Video(
                film.film().toString(),
                film.poster().toString(),
                film.preview().map(Object::toString),
                film.duration().toMillis())),
        Optional.empty(),
        photos(job.photos()));
  }

  static StoredOutcome of(VideoJob.Failed job) {
    Failure failure = job.failure();
    return new StoredOutcome(
        Optional.empty(),
        Optional.of(
            new Reason(failure.code(), failure.detail(), failure.photo().map(Object::toString))),
        photos(job.photos()));
  }

  private static List<Photo> photos(List<PhotoReport> reports) {
    return reports.stream().map(StoredOutcome::of).toList();
  }

  private static Photo of(PhotoReport report) {
    return switch (report.use()) {
      case PhotoUse.Used(Optional<String> stopId) ->
          new Photo(report.photo().toString(), Optional.empty(), stopId);
      case PhotoUse.LeftOut(PhotoRefusal reason) ->
          new Photo(report.photo().toString(), Optional.of(reason.wire()), Optional.empty());
    };
  }

  Film toFilm() {
    Video video = film.orElseThrow(() -> new IllegalStateException("a film without a film"));
    return new Film(
        Stored.file(video.film()),
        Stored.file(video.poster()),
        video.preview().map(Stored::file),
        Duration.ofMillis(video.millis()));
  }

  Failure toFailure() {
    Reason reason = failure.orElseThrow(() -> new IllegalStateException("failed for no reason"));
    return new Failure(reason.code(), reason.detail(), reason.photo().map(Stored::file));
  }

  List<PhotoReport> toPhotos() {
    return photos.stream().map(StoredOutcome::toReport).toList();
  }

  private static PhotoReport toReport(Photo photo) {
    PhotoUse use =
        photo
            .leftOut()
            .<PhotoUse>map(reason -> new PhotoUse.LeftOut(refusal(reason)))
            .orElseGet(() -> new PhotoUse.Used(photo.stopId()));
    return new PhotoReport(Stored.file(photo.photo()), use);
  }

  private static PhotoRefusal refusal(String wire) {
    return Arrays.stream(PhotoRefusal.values())
        .filter(reason -> reason.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("reason: " + wire + " (expected: a known)"));
  }
}
