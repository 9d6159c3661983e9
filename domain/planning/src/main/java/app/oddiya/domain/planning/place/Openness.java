package app.oddiya.domain.planning.place;

import java.time.LocalDate;
import java.util.List;

/// Whether a place is open for a stay.
public sealed interface Openness {

  /// From arrival to departure.
  ///
  /// @param admitting the window that lets the visitor in
  record Open(Window admitting) implements Openness {}

  /// It is closed on that date.
  record ClosedThatDay() implements Openness {}

  /// It is open on that date, but not for all of the stay.
  ///
  /// @param windows of that date
  record OutsideHours(List<Window> windows) implements Openness {
    public OutsideHours {
      windows = List.copyOf(windows);
    }
  }

  /// It lets nobody in any more.
  ///
  /// @param admitting the window whose last admission has passed
  record AfterLastAdmission(Window admitting) implements Openness {}

  /// Nobody says.
  record Unknown(DayHours.Reason why) implements Openness {}

  /// Judges a stay.
  ///
  /// @param arrive minutes from the date's midnight
  /// @param depart minutes from the same midnight; beyond 1440 on the next day
  static Openness during(
      OpeningHours hours, LocalDate date, int arrive, int depart, Holidays holidays) {
    return new Stay(hours, date, arrive, depart, holidays).openness();
  }
}
