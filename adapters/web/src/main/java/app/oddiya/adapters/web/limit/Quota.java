package app.oddiya.adapters.web.limit;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// So many requests in so much time. A window begins with the first request in it; when it ends,
/// what was left of it is gone.
///
/// @param requests 1 to a billion
/// @param window whole seconds, from one to a day
public record Quota(long requests, Duration window) {

  private static final long MOST = 1_000_000_000;
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Pattern FORM =
      Pattern.compile("([1-9][0-9]{0,9})/([1-9][0-9]{0,4})([smhd])");
  private static final String EXPECTED =
      "must be off, or requests/time such as 60/1m, with at most " + MOST + " requests and 1d";

  public Quota {
    if (requests < 1 || requests > MOST) {
      throw new IllegalArgumentException(
          "requests: " + requests + " (expected: 1 to " + MOST + ")");
    }
    boolean isWhole = window.equals(Duration.ofSeconds(window.toSeconds()));
    if (!isWhole || !window.isPositive() || isTooLong(window)) {
      throw new IllegalArgumentException(
          "window: " + window + " (expected: whole seconds, 1 s to 1 day)");
    }
  }

  /// Reads `60/1m`, with `s`, `m`, `h` or `d`; empty for `off`.
  ///
  /// @throws IllegalArgumentException with what is expected, for people
  public static Optional<Quota> parse(String text) {
    if (text.equals("off")) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(EXPECTED);
    }
    long requests = Long.parseLong(matcher.group(1));
    Duration window = unit(matcher.group(3)).multipliedBy(Long.parseLong(matcher.group(2)));
    if (requests > MOST || isTooLong(window)) {
      throw new IllegalArgumentException(EXPECTED);
    }
    return Optional.of(new Quota(requests, window));
  }

  private static boolean isTooLong(Duration window) {
    return window.compareTo(LONGEST) > 0;
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> Duration.ofDays(1);
    };
  }
}
