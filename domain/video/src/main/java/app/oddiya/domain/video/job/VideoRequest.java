package app.oddiya.domain.video.job;

import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.FilmRequest;
import app.oddiya.domain.video.film.Soundtrack;
import app.oddiya.domain.video.film.Template;
import app.oddiya.domain.video.film.TripOutline;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The film somebody asks for, with every default filled in. Two requests are the same request if
/// they are equal.
///
/// @param photos 2..60, each once
/// @param seconds one of the template's lengths
/// @param planId the plan that the photos belong to
/// @param title to be set over the first photo
/// @param keepAll whether photos stay that would be left out for being like another, or blurred
/// @param hints at most one for each photo
public record VideoRequest(
    List<FileUrl> photos,
    Template template,
    Aspect aspect,
    int seconds,
    Optional<String> planId,
    Optional<String> title,
    Music music,
    boolean keepAll,
    List<PhotoHint> hints) {

  public static final int FEWEST_PHOTOS = 2;
  public static final int MOST_PHOTOS = 60;

  public VideoRequest {
    photos = List.copyOf(photos);
    hints = List.copyOf(hints);
    if (photos.size() < FEWEST_PHOTOS || photos.size() > MOST_PHOTOS) {
      throw new IllegalArgumentException("photos: " + photos.size() + " (expected: 2..60)");
    }
    if (new HashSet<>(photos).size() < photos.size()) {
      throw new IllegalArgumentException("photos: some twice (expected: each once)");
    }
    if (!template.aspects().contains(aspect) || !template.seconds().contains(seconds)) {
      throw new IllegalArgumentException(
          "film: %s, %d s (expected: what template %s has)"
              .formatted(aspect.wire(), seconds, template.id()));
    }
  }

  /// All uploads that it names.
  public List<FileUrl> uploads() {
    return Stream.concat(photos.stream(), musicFile().stream()).toList();
  }

  /// What the storyboard has to know of it.
  ///
  /// @param soundtrack the music, made ready
  public FilmRequest film(Optional<TripOutline> trip, Soundtrack soundtrack) {
    return new FilmRequest(template, aspect, seconds, title, trip, soundtrack);
  }

  /// The music that the user brings, if it is theirs.
  public Optional<FileUrl> musicFile() {
    return switch (music) {
      case Music.Uploaded(FileUrl file) -> Optional.of(file);
      case Music.Ours _ -> Optional.empty();
    };
  }

  /// What the phone said of a photo, if anything.
  public Optional<PhotoHint> hint(FileUrl photo) {
    return hints.stream().filter(hint -> hint.photo().equals(photo)).findFirst();
  }
}
