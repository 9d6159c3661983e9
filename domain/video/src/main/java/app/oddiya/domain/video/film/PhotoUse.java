package app.oddiya.domain.video.film;

import java.util.Optional;

/// What became of a photo in a film.
public sealed interface PhotoUse {

  /// @param stopId the stop of the trip at which it was taken, as far as time and place tell
  record Used(Optional<String> stopId) implements PhotoUse {}

  record LeftOut(PhotoRefusal reason) implements PhotoUse {}
}
