package app.oddiya.domain.identity.session;

import java.time.Duration;

/// How often one account may be signed in to.
///
/// @param most 1 or more
/// @param within counted from the first of them; longer than nothing
public record AttemptLimit(long most, Duration within) {

  public AttemptLimit {
    if (most < 1) {
      throw new IllegalArgumentException("most: " + most + " (expected: >= 1)");
    }
    if (!within.isPositive()) {
      throw new IllegalArgumentException("within: " + within + " (expected: > 0)");
    }
  }
}
