package app.oddiya.domain.planning.plan;

import java.util.Optional;

/// Which plan: the key of a row in `plan_service.travel_plans`, a decimal string in JSON.
///
/// @param value 1 or more
public record PlanId(long value) {

  public PlanId {
    if (value < 1) {
      throw new IllegalArgumentException("value: " + value + " (expected: >= 1)");
    }
  }

  /// Reads a decimal string as it stands in a path; empty for anything else.
  public static Optional<PlanId> parse(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      return Optional.empty();
    }
    return Optional.of(new PlanId(Long.parseLong(text)));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
