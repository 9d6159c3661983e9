package app.oddiya.domain.video.job;

/// What one user may take of what all share.
///
/// @param jobsAtOnce that have not ended; one worker makes a film in about a minute, and whoever
///     comes next should not wait for an hour
/// @param bytesADay of uploads, within any 24 hours
public record Quota(int jobsAtOnce, long bytesADay) {

  public Quota {
    if (jobsAtOnce < 1 || bytesADay < 1) {
      throw new IllegalArgumentException(
          "quota: " + jobsAtOnce + ", " + bytesADay + " (expected: >= 1)");
    }
  }
}
