package app.oddiya.domain.video.job;

/// What has gone wrong with a job so far. A worker that dies says nothing about the photos, so its
/// death is counted apart from a render that failed; but a job that takes every worker down with
/// it must end as well.
///
/// @param failures renders that were tried to the end and failed
/// @param deaths leases that ran out with nobody giving them back
public record Attempts(int failures, int deaths) {

  /// So many failed renders make a job FAILED.
  public static final int FAILURES = 3;

  /// So many deaths of workers over one job make it FAILED.
  public static final int DEATHS = 5;

  public static final Attempts NONE = new Attempts(0, 0);

  public Attempts {
    if (failures < 0 || deaths < 0) {
      throw new IllegalArgumentException(
          "attempts: " + failures + ", " + deaths + " (expected: >= 0)");
    }
  }

  Attempts withFailure() {
    return new Attempts(failures + 1, deaths);
  }

  Attempts withDeath() {
    return new Attempts(failures, deaths + 1);
  }

  boolean isFailedTooOften() {
    return failures >= FAILURES;
  }

  boolean isDeadlyTooOften() {
    return deaths >= DEATHS;
  }
}
