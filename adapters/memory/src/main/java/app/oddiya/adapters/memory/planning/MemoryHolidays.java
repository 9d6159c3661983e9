package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.place.DayKind;
import app.oddiya.domain.planning.place.Holidays;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Holidays in memory: those of the years that a test names, ordinary days but for those that it
/// declares. Safe for concurrent use.
public final class MemoryHolidays implements Holidays {

  private final Set<Integer> years;
  private final Map<LocalDate, DayKind> declared = new ConcurrentHashMap<>();

  /// @param years that something is known about
  public MemoryHolidays(Integer... years) {
    this.years = Set.of(years);
  }

  public MemoryHolidays declare(LocalDate date, DayKind kind) {
    declared.put(date, kind);
    return this;
  }

  @Override
  public DayKind on(LocalDate date) {
    if (!years.contains(date.getYear())) {
      return DayKind.UNKNOWN;
    }
    return declared.getOrDefault(date, DayKind.ORDINARY);
  }
}
