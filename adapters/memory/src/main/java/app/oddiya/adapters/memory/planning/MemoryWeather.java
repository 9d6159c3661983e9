package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Unavailable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Weather in memory, the same everywhere: unknown but on the dates that a test sets. Deadlines are
/// not looked at. Safe for concurrent use.
public final class MemoryWeather implements Weather {

  private final Map<LocalDate, DayWeather> set = new ConcurrentHashMap<>();
  private volatile boolean down;

  public MemoryWeather on(LocalDate date, DayWeather weather) {
    set.put(date, weather);
    return this;
  }

  /// From now on nobody answers.
  public void goDown() {
    down = true;
  }

  @Override
  public Map<LocalDate, DayWeather> forecast(
      GeoPoint at, List<LocalDate> dates, Deadline deadline) {
    if (down) {
      throw new Unavailable("weather", new IllegalStateException("told to be down"));
    }
    Map<LocalDate, DayWeather> days = new HashMap<>();
    dates.forEach(date -> days.put(date, set.getOrDefault(date, new DayWeather.Unknown())));
    return days;
  }
}
