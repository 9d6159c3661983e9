package app.oddiya.adapters.postgres.video;

import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.Template;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.Music;
import app.oddiya.domain.video.job.PhotoHint;
import app.oddiya.domain.video.job.VideoRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was asked for, but for the photos and the template, which have columns of their own.
///
/// @param music a track's id, `none` or a file's address
record StoredRequest(
    String aspect,
    int seconds,
    Optional<String> planId,
    Optional<String> title,
    String music,
    boolean keepAll,
    List<Hint> hints) {

  record Hint(
      String photo, Optional<Instant> takenAt, Optional<Double> lat, Optional<Double> lng) {}

  static StoredRequest of(VideoRequest request) {
    return new StoredRequest(
        request.aspect().wire(),
        request.seconds(),
        request.planId(),
        request.title(),
        request.music().wire(),
        request.keepAll(),
        request.hints().stream().map(StoredRequest::of).toList());
  }

  private static Hint of(PhotoHint hint) {
    return new Hint(
        hint.photo().toString(),
        hint.takenAt(),
        hint.position().map(GeoPoint::lat),
        hint.position().map(GeoPoint::lng));
  }

  VideoRequest toRequest(List<FileUrl> photos, String template) {
    return new VideoRequest(
        photos,
        Template.of(template).orElseThrow(() -> unknown("template", template)),
        Aspect.of(aspect).orElseThrow(() -> unknown("aspect", aspect)),
        seconds,
        planId,
        title,
        Music.of(music).orElseThrow(() -> unknown("music", music)),
        keepAll,
        hints.stream().map(StoredRequest::toHint).toList());
  }

  private static PhotoHint toHint(Hint hint) {
    return new PhotoHint(
        Stored.file(hint.photo()),
        hint.takenAt(),
        hint.lat().flatMap(lat -> hint.lng().map(lng -> new GeoPoint(lat, lng))));
  }

  private static IllegalStateException unknown(String column, String value) {
    return new IllegalStateException(column + ": " + value + " (expected: one we have)");
  }
}
