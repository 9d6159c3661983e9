package app.oddiya.domain.video.film;

import java.util.Optional;

/// Words large over the first photo.
///
/// @param text not blank
/// @param subtitle a smaller line below it: the dates
public record Title(String text, Optional<String> subtitle) {

  public Title {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text: blank (expected: words)");
    }
  }
}
