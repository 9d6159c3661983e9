package app.oddiya.domain.planning.place;

import java.util.Locale;

/// Whether rain matters to a visit.
public enum Setting {
  INDOOR,
  OUTDOOR,
  /// Some of it under a roof: counts as outdoors where rain is concerned.
  MIXED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
