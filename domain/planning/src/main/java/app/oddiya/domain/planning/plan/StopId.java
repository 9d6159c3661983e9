package app.oddiya.domain.planning.plan;

import java.util.Optional;
import java.util.UUID;

/// Which stop. Made before the plan is stored, as stops are shown while the plan is written.
public record StopId(UUID value) {

  public static Optional<StopId> parse(String text) {
    try {
      UUID value = UUID.fromString(text);
      return value.toString().equals(text) ? Optional.of(new StopId(value)) : Optional.empty();
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
