package app.oddiya.domain.planning.agent;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.time.Instant;

/// What models may cost, per traveller and for all of them, day by day (UTC). Counted where all
/// processes count together and what a restart does not forget.
///
/// Every method throws [app.oddiya.domain.shared.Unavailable] if it cannot be counted: then no
/// model is asked.
public interface Spending {

  /// Sets money and tokens aside before a model is asked, all or nothing.
  Grant reserve(UserId traveller, Amount most, Instant now, Deadline deadline);

  /// Gives back what was not used of a reservation, or counts what was used beyond it; once at
  /// most. Never called, it stays spent, so that a crash cannot make a cap softer.
  void settle(Reservation reservation, Amount used, Deadline deadline);

  /// What a day may cost: an amount is reserved if money and tokens of both are left for it.
  ///
  /// @param each of one traveller
  /// @param all of all travellers together
  record Caps(Amount each, Amount all) {}

  /// @param microUsd millionths of a US dollar
  record Amount(long microUsd, long tokens) {
    public Amount {
      if (microUsd < 0 || tokens < 0) {
        throw new IllegalArgumentException(
            "amount: " + microUsd + " micro USD, " + tokens + " tokens (expected: >= 0)");
      }
    }
  }

  /// @param day since 1970-01-01
  record Reservation(UserId traveller, long day, Amount amount) {}

  /// What came of asking for money.
  sealed interface Grant {

    record Reserved(Reservation reservation) implements Grant {}

    /// A cap of the traveller or of all has been reached.
    record Exhausted() implements Grant {}
  }
}
