package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.DayKind;
import app.oddiya.domain.planning.place.Holidays;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The table of public holidays that came with the catalogue: some years, and nothing beyond them.
final class PublishedHolidays implements Holidays {

  private final Map<LocalDate, DayKind> holidays;
  private final Set<Integer> years;

  private PublishedHolidays(Map<LocalDate, DayKind> holidays) {
    this.holidays = Map.copyOf(holidays);
    Set<Integer> seen = new HashSet<>();
    holidays.keySet().forEach(date -> seen.add(date.getYear()));
    this.years = Set.copyOf(seen);
  }

  static PublishedHolidays read() {
    Map<LocalDate, DayKind> holidays = new HashMap<>();
    for (Line line : table().holidays()) {
      holidays.put(
          LocalDate.parse(line.date()),
          switch (line.kind()) {
            case "holiday" -> DayKind.PUBLIC_HOLIDAY;
            case "festival" -> DayKind.SEOLLAL_OR_CHUSEOK;
            case "besideFestival" -> DayKind.BESIDE_SEOLLAL_OR_CHUSEOK;
            default -> throw new IllegalStateException("kind: " + line.kind());
          });
    }
    return new PublishedHolidays(holidays);
  }

  static Table table() {
    return Resources.json("holidays.json", Table.class);
  }

  @Override
  public DayKind on(LocalDate date) {
    if (!years.contains(date.getYear())) {
      return DayKind.UNKNOWN;
    }
    return holidays.getOrDefault(date, DayKind.ORDINARY);
  }

  record Table(String country, List<String> notes, List<Line> holidays) {}

  record Line(
      String date, String ko, String en, String kind, List<String> sources, boolean crossChecked) {}
}
