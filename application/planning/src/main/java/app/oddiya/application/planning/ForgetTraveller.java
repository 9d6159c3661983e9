package app.oddiya.application.planning;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import java.time.InstantSource;

/// Forgets a traveller whose account is deleted: plans, keys, and whatever is being written.
public final class ForgetTraveller {

  private final Tombstones tombstones;
  private final InstantSource clock;

  public ForgetTraveller(Tombstones tombstones, InstantSource clock) {
    this.tombstones = tombstones;
    this.clock = clock;
  }

  /// Safe to repeat.
  public void forget(UserId traveller, Deadline deadline) {
    tombstones.bury(traveller, clock.instant(), deadline);
  }
}
