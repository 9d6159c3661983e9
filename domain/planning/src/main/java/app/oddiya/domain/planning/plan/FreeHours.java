package app.oddiya.domain.planning.plan;

import java.time.LocalTime;
import java.util.Locale;

/// Time left for a meal where no place to eat is planned.
public record FreeHours(Kind kind, LocalTime from, LocalTime to) {

  /// A day longer than this has two meals.
  public static final int LONG_DAY_MINUTES = 8 * 60;

  /// The least that a meal takes.
  public static final int MINUTES = 60;

  /// Which meal.
  public enum Kind {
    LUNCH(LocalTime.of(11, 0), LocalTime.of(14, 30)),
    DINNER(LocalTime.of(17, 0), LocalTime.of(20, 30));

    private final LocalTime earliest;
    private final LocalTime latest;

    Kind(LocalTime earliest, LocalTime latest) {
      this.earliest = earliest;
      this.latest = latest;
    }

    /// Whether what begins then can be this meal.
    public boolean isBegunAt(LocalTime time) {
      return !time.isBefore(earliest) && !time.isAfter(latest);
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
