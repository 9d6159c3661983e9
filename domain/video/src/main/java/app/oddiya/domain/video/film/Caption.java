package app.oddiya.domain.video.film;

import java.util.Optional;

/// Words low in the picture: the place.
///
/// @param text the one line that has to be read, not blank
/// @param second a smaller line below it, in the place's own writing for instance
/// @param frames for which it is there, from its scene's first on: it may outlast a short scene
///     whose successors are at the same place
public record Caption(String text, Optional<String> second, int frames) {

  public Caption {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text: blank (expected: words)");
    }
    if (frames < 1) {
      throw new IllegalArgumentException("frames: " + frames + " (expected: >= 1)");
    }
  }
}
