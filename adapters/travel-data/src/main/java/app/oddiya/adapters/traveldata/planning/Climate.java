package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.shared.GeoPoint;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is usual month by month in the cities of the catalogue, and so near them.
final class Climate {

  /// Farther than anything lies from the middle of one of our cities' areas; beyond it the means of
  /// a city say little.
  private static final double NEAR_METERS = 50_000;

  private final List<Means> cities;
  private final String source;

  private Climate(Table table) {
    cities = List.copyOf(table.cities().values());
    source = "reanalysis " + table.period();
  }

  static Climate read() {
    return new Climate(table());
  }

  static Table table() {
    return Resources.json("climate.json", Table.class);
  }

  /// What is usual on each of `dates`; unknown far from all of the cities.
  Map<LocalDate, DayWeather> on(List<LocalDate> dates, GeoPoint at) {
    Optional<Means> city = near(at);
    Map<LocalDate, DayWeather> days = new HashMap<>();
    dates.forEach(
        date -> days.put(date, city.map(it -> usual(it, date)).orElseGet(DayWeather.Unknown::new)));
    return days;
  }

  private Optional<Means> near(GeoPoint at) {
    return cities.stream()
        .filter(city -> city.metersTo(at) <= NEAR_METERS)
        .min(Comparator.comparingDouble(city -> city.metersTo(at)));
  }

  private DayWeather usual(Means city, LocalDate date) {
    Month month = city.months().get(date.getMonthValue() - 1);
    return new DayWeather.Climate(month.lowC(), month.highC(), month.rainDaysGe1mm(), source);
  }

  record Table(
      String about,
      String period,
      String periodKind,
      double rainDayThresholdMm,
      List<String> sources,
      Map<String, Means> cities) {}

  /// Of one city.
  ///
  /// @param months from January on
  record Means(String ko, Point point, String station, String source, List<Month> months) {

    double metersTo(GeoPoint at) {
      return at.metersTo(new GeoPoint(point.lat(), point.lng()));
    }
  }

  record Point(double lat, double lng) {}

  record Month(
      int month,
      double highC,
      double lowC,
      double precipMm,
      double rainDaysGe1mm,
      double rainDaysGe0_1mm) {}
}
