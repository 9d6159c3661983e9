package app.oddiya.domain.planning.place;

import java.util.OptionalInt;

/// A time of one day in which a place is open, in minutes from that day's midnight.
///
/// @param open 0 or more
/// @param close after `open`; beyond 1440 for a place that closes past midnight
/// @param lastAdmission who arrives at this minute or later is not let in
public record Window(int open, int close, OptionalInt lastAdmission) {

  public Window {
    if (open < 0 || close <= open || close > 2880) {
      throw new IllegalArgumentException(
          "window: " + open + ".." + close + " (expected: 0 <= open < close <= 2880)");
    }
    if (lastAdmission.isPresent()
        && (lastAdmission.getAsInt() <= open || lastAdmission.getAsInt() > close)) {
      throw new IllegalArgumentException(
          "lastAdmission: " + lastAdmission.getAsInt() + " (expected: after open, until close)");
    }
  }

  /// The latest minute at which a stay of `minutes` may begin; before [#open] if it does not fit.
  public int latestStart(int minutes) {
    return Math.min(close - minutes, lastAdmission.orElse(close) - 1);
  }
}
