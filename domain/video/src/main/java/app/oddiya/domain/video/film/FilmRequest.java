package app.oddiya.domain.video.film;

import java.util.Optional;

/// The film that somebody wants.
///
/// @param title written over the first photo; without one the trip's title is, if there is a trip
public record FilmRequest(
    Template template,
    Aspect aspect,
    int seconds,
    Optional<String> title,
    Optional<TripOutline> trip,
    Soundtrack soundtrack) {

  public FilmRequest {
    if (!template.aspects().contains(aspect)) {
      throw new IllegalArgumentException(
          "aspect: " + aspect.wire() + " (expected: one of the template's)");
    }
    if (!template.seconds().contains(seconds)) {
      throw new IllegalArgumentException(
          "seconds: " + seconds + " (expected: one of " + template.seconds() + ")");
    }
  }
}
