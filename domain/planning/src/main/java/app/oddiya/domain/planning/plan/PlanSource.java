package app.oddiya.domain.planning.plan;

import java.util.Locale;

/// Who chose the stops.
public enum PlanSource {
  MODEL,
  OPTIMIZER,
  MANUAL;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
