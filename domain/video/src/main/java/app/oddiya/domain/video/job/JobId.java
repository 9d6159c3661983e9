package app.oddiya.domain.video.job;

import java.util.Optional;

/// Which job: the key of a row in `video_service.video_jobs`, a decimal string in JSON.
///
/// @param value 1 or more
public record JobId(long value) {

  public JobId {
    if (value < 1) {
      throw new IllegalArgumentException("value: " + value + " (expected: >= 1)");
    }
  }

  /// Reads a decimal string as it stands in a path or a message; empty for anything else.
  public static Optional<JobId> parse(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      return Optional.empty();
    }
    return Optional.of(new JobId(Long.parseLong(text)));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
