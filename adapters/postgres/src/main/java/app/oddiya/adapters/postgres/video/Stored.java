package app.oddiya.adapters.postgres.video;

import app.oddiya.domain.video.job.FileUrl;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// Values as this adapter writes them, and reads what only it has written.
final class Stored {

  private Stored() {}

  /// PostgreSQL counts in microseconds, and would round a moment up: something would be due before
  /// its time.
  static OffsetDateTime moment(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /// @throws IllegalStateException if it is none that this adapter wrote
  static FileUrl file(String url) {
    return FileUrl.parse(url)
        .orElseThrow(
            () -> new IllegalStateException("url: " + url + " (expected: s3://{bucket}/{key})"));
  }
}
