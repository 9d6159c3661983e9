package app.oddiya.domain.planning.agent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a writer is doing, in this order.
public enum Stage {
  /// Fetching what providers know of the destination; counts places.
  COLLECTING,
  /// Choosing by interest; counts candidates.
  CHOOSING,
  /// Fitting candidates into days; counts days.
  ROUTING,
  /// Checking every stop; counts stops.
  CHECKING;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Stage> parse(String code) {
    return Arrays.stream(values()).filter(stage -> stage.code().equals(code)).findFirst();
  }
}
