package app.oddiya.application.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.job.Leftovers;
import app.oddiya.domain.video.job.Leftovers.Leftover;
import app.oddiya.domain.video.job.Uploads;
import app.oddiya.domain.video.job.UserFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Removes files that no job needs any more: of claims that came to nothing, of deleted jobs, and
/// uploads that were not used within a day.
///
/// A worker that was suspended may store a film long after its lease. Each sweep of a leftover is
/// at twice its age at the one before, so that what comes soon, as most does, goes soon. It rests
/// on rows alone, and so goes on after any crash. Any number of sweepers may run.
///
/// Not taken: a rule in the bucket that lets everything expire. It cannot tell an upload that a
/// job uses from one that none does, and counts in days.
public final class SweepLeftovers {

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final int BATCH = 100;
  private static final Duration BUDGET = Duration.ofSeconds(20);

  private final Leftovers leftovers;
  private final Uploads uploads;
  private final UserFiles files;
  private final InstantSource clock;

  public SweepLeftovers(
      Leftovers leftovers, Uploads uploads, UserFiles files, InstantSource clock) {
    this.leftovers = leftovers;
    this.uploads = uploads;
    this.files = files;
    this.clock = clock;
  }

  /// One round.
  ///
  /// @return whether there may be more that are due
  public boolean sweep() {
    Instant now = clock.instant();
    int users = uploads.letGo(now.minus(Uploads.KEPT), now, BATCH, budget());
    var due = leftovers.due(now, BATCH, budget());
    due.forEach(this::sweep);
    return users == BATCH || due.size() == BATCH;
  }

  private void sweep(Leftover leftover) {
    Instant now = clock.instant();
    remove(leftover, files, budget());
    Duration age = Duration.between(leftover.since(), now);
    if (age.compareTo(Leftovers.KEPT) >= 0) {
      leftovers.forget(leftover, budget());
    } else {
      Duration rest = age.compareTo(FIRST) < 0 ? FIRST : age;
      Instant next = now.plus(rest);
      Instant last = leftover.since().plus(Leftovers.KEPT);
      leftovers.sweepAgain(leftover, next.isBefore(last) ? next : last, budget());
    }
  }

  static void remove(Leftover leftover, UserFiles files, Deadline deadline) {
    leftover.films().ifPresent(films -> files.removeFilms(leftover.owner(), films, deadline));
    if (!leftover.uploads().isEmpty()) {
      files.remove(leftover.uploads(), deadline);
    }
  }

  private Deadline budget() {
    return Deadline.in(BUDGET, clock);
  }
}
