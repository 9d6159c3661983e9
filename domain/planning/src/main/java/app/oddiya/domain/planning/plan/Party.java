package app.oddiya.domain.planning.plan;

/// Who travels.
///
/// @param adults 0 or more
/// @param children 0 or more; together with the adults at least one
public record Party(int adults, int children) {

  public Party {
    if (adults < 0 || children < 0 || adults + children < 1) {
      throw new IllegalArgumentException(
          "party: " + adults + " adults, " + children + " children (expected: at least one)");
    }
  }
}
