package app.oddiya.domain.planning.place;

import java.util.List;

/// When a place is open on one date.
public sealed interface DayHours {

  /// @param windows at least one; may overlap (a market and its night market)
  record Open(List<Window> windows) implements DayHours {
    public Open {
      windows = List.copyOf(windows);
      if (windows.isEmpty()) {
        throw new IllegalArgumentException("windows: none (expected: at least one)");
      }
    }
  }

  record Closed() implements DayHours {}

  /// Nobody says, or not about a date like this.
  record Unknown(Reason why) implements DayHours {}

  /// Why the hours of a date are not known.
  enum Reason {
    /// No source names hours, or not for this day of the week or season.
    NOT_PUBLISHED,
    /// A public holiday, about which the source is silent.
    HOLIDAY,
    /// Holidays of that year have not been published.
    BEYOND_CALENDAR
  }
}
