package app.oddiya.apps.plan;

import app.oddiya.adapters.web.BackgroundLoop;
import app.oddiya.application.planning.WatchPlans;
import app.oddiya.domain.planning.plan.Watches;
import java.time.Duration;

/// Watches plans that are about to start.
final class PlanWatch {

  static final String NAME = "plan-watch";

  private static final Duration STOP = Duration.ofSeconds(5);

  private PlanWatch() {}

  /// A loop that runs from now on.
  static BackgroundLoop start(WatchPlans watchPlans) {
    return BackgroundLoop.start(
        NAME, STOP, () -> watchPlans.watch() ? Duration.ZERO : Watches.REST_UNSENT);
  }
}
