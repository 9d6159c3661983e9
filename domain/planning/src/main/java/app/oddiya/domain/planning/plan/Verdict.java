package app.oddiya.domain.planning.plan;

import java.util.Locale;

/// What came of a check. What is not known is said, never guessed.
public enum Verdict {
  PASS,
  FAIL,
  UNKNOWN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Of two verdicts the one that decides: a failure before a doubt before a pass.
  public Verdict and(Verdict other) {
    if (this == FAIL || other == FAIL) {
      return FAIL;
    }
    return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : PASS;
  }
}
