package app.oddiya.domain.planning.plan;

import java.time.LocalTime;
import java.util.Locale;

/// Time left for a meal where no place to eat is planned.
public record FreeHours(Kind kind, LocalTime from, LocalTime to) {

  /// Which meal.
  public enum Kind {
    LUNCH,
    DINNER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
