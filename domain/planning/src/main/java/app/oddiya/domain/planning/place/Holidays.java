package app.oddiya.domain.planning.place;

import java.time.LocalDate;

/// Korea's public holidays, as far as they have been published.
public interface Holidays {

  /// What kind of day `date` is; [DayKind#UNKNOWN] for a date that nothing has been published for.
  DayKind on(LocalDate date);
}
