package app.oddiya.domain.testkit.contract;

import app.oddiya.domain.shared.Deadline;
import java.time.Instant;

/// Deadlines for contracts, which are not about them.
final class Deadlines {

  private Deadlines() {}

  /// Later than any clock of a test, settable or not.
  static Deadline ample() {
    return new Deadline(Instant.parse("2100-01-01T00:00:00Z"));
  }
}
