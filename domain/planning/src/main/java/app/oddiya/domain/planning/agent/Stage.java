package app.oddiya.domain.planning.agent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a writer is doing, in this order. A stage may be told again when its count has grown.
public enum Stage {
  /// Fetching what providers know of the destination; counts places. Told before any of them has
  /// answered, so that who waits hears something at once.
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
