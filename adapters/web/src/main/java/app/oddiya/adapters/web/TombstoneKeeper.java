package app.oddiya.adapters.web;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Tombstones;
import java.time.Duration;
import java.time.InstantSource;

/// Removes tombstones in their time.
public final class TombstoneKeeper {

  private static final Duration REST = Duration.ofMinutes(5);
  private static final Duration BUDGET = Duration.ofSeconds(5);
  private static final Duration STOP = Duration.ofSeconds(5);

  private TombstoneKeeper() {}

  /// A loop that runs from now on.
  public static BackgroundLoop start(Tombstones tombstones, InstantSource clock) {
    return BackgroundLoop.start(
        "tombstones",
        STOP,
        () -> {
          var _ =
              tombstones.removeOlderThan(
                  clock.instant().minus(Tombstones.KEPT), Deadline.in(BUDGET, clock));
          return REST;
        });
  }
}
