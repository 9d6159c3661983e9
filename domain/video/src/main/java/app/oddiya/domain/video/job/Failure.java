package app.oddiya.domain.video.job;

import java.util.Optional;

/// Why there is no film.
///
/// @param code stable, snake_case: `too_few_photos`, `render_failed`, `worker_lost`, ...
/// @param detail a sentence for people
/// @param photo the photo to blame, if one is
public record Failure(String code, String detail, Optional<FileUrl> photo) {

  public Failure {
    if (!code.matches("[a-z][a-z0-9_]{0,63}")) {
      throw new IllegalArgumentException("code: " + code + " (expected: snake_case)");
    }
  }

  public static Failure of(String code, String detail) {
    return new Failure(code, detail, Optional.empty());
  }
}
