package app.oddiya.adapters.postgres.video;

import app.oddiya.domain.video.job.FileUrl;

/// Texts of which only this adapter wrote any.
final class Stored {

  private Stored() {}

  /// @throws IllegalStateException if it is none that this adapter wrote
  static FileUrl file(String url) {
    return FileUrl.parse(url)
        .orElseThrow(
            () -> new IllegalStateException("url: " + url + " (expected: s3://{bucket}/{key})"));
  }
}
