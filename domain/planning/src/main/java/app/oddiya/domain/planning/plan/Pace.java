package app.oddiya.domain.planning.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How full a day may be.
public enum Pace {
  RELAXED(6),
  BALANCED(9),
  PACKED(13);

  private final int stopsPerDay;

  Pace(int stopsPerDay) {
    this.stopsPerDay = stopsPerDay;
  }

  /// The most stops of a day, places to eat included.
  public int stopsPerDay() {
    return stopsPerDay;
  }

  /// One step down, where there is one.
  public Pace slower() {
    return this == PACKED ? BALANCED : RELAXED;
  }

  /// One step up, where there is one.
  public Pace faster() {
    return this == RELAXED ? BALANCED : PACKED;
  }

  /// As in JSON: `relaxed`, `balanced`, `packed`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Pace> parse(String code) {
    return Arrays.stream(values()).filter(pace -> pace.code().equals(code)).findFirst();
  }
}
