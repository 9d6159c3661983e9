package app.oddiya.domain.planning.place;

/// What the calendar says about a date, as far as opening hours care.
public enum DayKind {
  /// No public holiday.
  ORDINARY,
  PUBLIC_HOLIDAY,
  /// The day of Seollal or of Chuseok itself.
  SEOLLAL_OR_CHUSEOK,
  /// A holiday beside Seollal or Chuseok: the day before, the day after, their substitute.
  BESIDE_SEOLLAL_OR_CHUSEOK,
  /// Beyond the table of holidays.
  UNKNOWN
}
