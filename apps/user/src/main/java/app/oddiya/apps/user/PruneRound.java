package app.oddiya.apps.user;

import app.oddiya.adapters.web.BackgroundLoop;
import app.oddiya.application.identity.PruneEndpoints;
import app.oddiya.application.identity.PruneEndpoints.Pruned;
import app.oddiya.domain.identity.account.Platform;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes through the push service's list of devices, slowly, and then rests. It begins with a rest:
/// a start has better things to do.
final class PruneRound implements BackgroundLoop.Round {

  private static final Logger LOG = LoggerFactory.getLogger(PruneRound.class);

  private static final List<Platform> PLATFORMS = List.of(Platform.values());

  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

  /// SNS allows thirty lists a second to an account; one leaves room for everybody else.
  private static final Duration BETWEEN_PAGES = Duration.ofSeconds(1);

  private static final Duration BUDGET = Duration.ofSeconds(30);

  private final PruneEndpoints pruneEndpoints;
  private final InstantSource clock;
  private boolean rested;
  private int position;
  private Optional<Page.Cursor> after = Optional.empty();

  PruneRound(PruneEndpoints pruneEndpoints, InstantSource clock) {
    this.pruneEndpoints = pruneEndpoints;
    this.clock = clock;
  }

  @Override
  public Duration run() {
    if (!rested) {
      rested = true;
      return BETWEEN_SWEEPS;
    }
    Pruned pruned =
        pruneEndpoints.prune(PLATFORMS.get(position), after, Deadline.in(BUDGET, clock));
    if (pruned.pruned() > 0) {
      LOG.atInfo()
          .addKeyValue("event", "endpoints_pruned")
          .addKeyValue("endpoints", pruned.pruned())
          .log("devices that are not reached any more were forgotten");
    }
    after = pruned.next();
    if (after.isPresent()) {
      return BETWEEN_PAGES;
    }
    position = (position + 1) % PLATFORMS.size();
    return position == 0 ? BETWEEN_SWEEPS : BETWEEN_PAGES;
  }
}
