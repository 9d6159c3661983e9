package app.oddiya.adapters.redis.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Time as Redis keeps it: in milliseconds, so that what is kept and what is still in hand say the
/// same. The clock is this process's own, not that of Redis, as everywhere else.
record Moments(InstantSource clock) {

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  boolean isOver(Instant end) {
    return !now().isBefore(end);
  }

  /// For `PX`: Redis refuses a life of nothing; what has just expired is refused by its own date.
  long lifeUntil(Instant end) {
    return Math.max(1, Duration.between(now(), end).toMillis());
  }
}
