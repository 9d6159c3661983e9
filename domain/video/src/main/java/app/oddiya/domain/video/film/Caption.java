package app.oddiya.domain.video.film;

import java.util.Optional;

/// Words low in the picture: the place.
///
/// @param text the one line that has to be read, not blank
/// @param second a smaller line below it, in the place's own writing for instance
public record Caption(String text, Optional<String> second) {

  public Caption {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text: blank (expected: words)");
    }
  }
}
