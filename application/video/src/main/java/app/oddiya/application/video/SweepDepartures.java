package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.video.job.Departures;
import app.oddiya.domain.video.job.Departures.Departure;
import app.oddiya.domain.video.job.UserFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Removes what came after its owner was deleted. An upload can be sent for a quarter of an hour
/// after it was permitted, a film can be stored by a worker that was suspended meanwhile: neither
/// asks a row that is gone.
///
/// Each sweep is at twice the age of the one before, so that what comes soon, as most does, goes
/// soon: after 1, 2, 4, .. minutes, the last one together with the tombstone. It rests on the
/// tombstone alone, and so goes on after any crash. Any number of sweepers may run.
///
/// The less good alternative is to let whoever asked for the deletion ask again later: it would
/// have to know how long uploads are permitted and how long leases are, and to keep the user's name
/// for as long.
public final class SweepDepartures {

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final int BATCH = 100;
  private static final Duration BUDGET = Duration.ofSeconds(20);

  private final Departures departures;
  private final UserFiles files;
  private final InstantSource clock;

  public SweepDepartures(Departures departures, UserFiles files, InstantSource clock) {
    this.departures = departures;
    this.files = files;
    this.clock = clock;
  }

  /// One round.
  ///
  /// @return how many were swept
  public int sweep() {
    var due = departures.due(clock.instant(), BATCH, budget());
    due.forEach(this::sweep);
    return due.size();
  }

  private void sweep(Departure departure) {
    Instant now = clock.instant();
    files.removeAll(departure.user(), budget());
    Duration age = Duration.between(departure.since(), now);
    if (age.compareTo(Tombstones.KEPT) >= 0) {
      departures.forget(departure, budget());
    } else {
      Duration rest = age.compareTo(FIRST) < 0 ? FIRST : age;
      departures.sweepAgain(departure, now.plus(rest), budget());
    }
  }

  private Deadline budget() {
    return Deadline.in(BUDGET, clock);
  }
}
