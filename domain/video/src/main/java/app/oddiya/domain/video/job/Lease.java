package app.oddiya.domain.video.job;

import java.time.Duration;
import java.time.Instant;

/// One worker's right to write to a job: until a moment, and under a number.
///
/// The moment lets others take over from a worker that has died. The number guards against one that
/// has not: it may have been suspended past `until` and wake up believing that the job is still its
/// own, so every write names its fencing token, and a later claim has a higher one (Kleppmann, "How
/// to do distributed locking", 2016).
///
/// @param until the first moment at which others may take the job over
/// @param fence the fencing token; 1 for the first claim of a job, one more for each claim after
public record Lease(Instant until, long fence) {

  /// How long a worker may stay silent. Three heartbeats fit in, so that one lost answer of the
  /// database costs nothing; longer would only keep the user waiting after a real death.
  public static final Duration LENGTH = Duration.ofSeconds(45);

  /// How often a worker says that it is alive.
  public static final Duration HEARTBEAT = Duration.ofSeconds(15);

  public Lease {
    if (fence < 1) {
      throw new IllegalArgumentException("fence: " + fence + " (expected: >= 1)");
    }
  }

  static Lease from(Instant now, long fence) {
    return new Lease(now.plus(LENGTH), fence);
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(until);
  }
}
