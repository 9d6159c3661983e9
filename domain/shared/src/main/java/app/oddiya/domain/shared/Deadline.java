package app.oddiya.domain.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The moment after which an answer is of no use to anyone. It goes through every port that leaves
/// the process and only ever shrinks on its way.
///
/// @param at the last useful moment
public record Deadline(Instant at) {

  public static Deadline in(Duration budget, InstantSource clock) {
    return new Deadline(clock.instant().plus(budget));
  }

  /// What is left, never negative.
  public Duration remaining(InstantSource clock) {
    Duration left = Duration.between(clock.instant(), at);
    return left.isNegative() ? Duration.ZERO : left;
  }

  public boolean isOver(InstantSource clock) {
    return !clock.instant().isBefore(at);
  }

  /// The earlier of this deadline and `budget` from now.
  public Deadline atMost(Duration budget, InstantSource clock) {
    Instant limit = clock.instant().plus(budget);
    return limit.isBefore(at) ? new Deadline(limit) : this;
  }
}
