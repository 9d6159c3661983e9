package app.oddiya.domain.planning.plan;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// One difference between two versions of a plan's days.
///
/// @param date the day on which it is seen; of a move the new one
/// @param before the stop as it was; empty for one that is added
/// @param after the stop as it would be; empty for one that is removed
public record Change(Op op, LocalDate date, Optional<Stop> before, Optional<Stop> after) {

  /// What happens to a stop.
  public enum Op {
    ADD,
    REMOVE,
    /// To another day, or to another place in the order of its day.
    MOVE,
    /// It stays where it is, with other times or words.
    CHANGE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The stop's id, which is the same before and after.
  public StopId stop() {
    return before.or(() -> after).orElseThrow().id();
  }
}
