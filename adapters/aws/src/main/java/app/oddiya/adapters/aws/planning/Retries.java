package app.oddiya.adapters.aws.planning;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/// How often a model is asked again, and after how long: pauses double, and each is cut by up to
/// half at random, so that those who were refused together do not come back together.
///
/// @param refusals how often in all it is asked that refuses us, which costs nothing
/// @param losses how often in all it is asked whose answers get lost, which are paid for
/// @param first the longest first pause
/// @param jitter 0 to 1, anew with each call
record Retries(int refusals, int losses, Duration first, DoubleSupplier jitter) {

  static Retries usual(DoubleSupplier jitter) {
    return new Retries(4, 2, Duration.ofMillis(500), jitter);
  }

  /// @param tries how often it was asked so far
  Duration pauseAfter(int tries) {
    double share = 1 - jitter.getAsDouble() / 2;
    return Duration.ofNanos((long) (first.toNanos() * Math.pow(2, tries - 1) * share));
  }
}
