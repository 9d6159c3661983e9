package app.oddiya.domain.planning.plan;

import java.util.Locale;

/// How to get from one stop to the next.
public enum TravelMode {
  WALK,
  TRANSIT,
  CAR;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
