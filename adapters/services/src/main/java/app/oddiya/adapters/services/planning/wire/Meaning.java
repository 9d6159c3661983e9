package app.oddiya.adapters.services.planning.wire;

import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/// What a wire record means to the domain. A record may have the right shape and still say what
/// cannot be: a day of 30 February, a place of no category, a window that closes before it opens.
///
/// @param understood empty if it cannot be
public record Meaning<T>(Optional<T> understood) {

  /// What `reading` makes of a wire record.
  public static <T> Meaning<T> of(Supplier<T> reading) {
    try {
      return new Meaning<>(Optional.of(reading.get()));
    } catch (IllegalArgumentException | NoSuchElementException | DateTimeException notThat) {
      return new Meaning<>(Optional.empty());
    }
  }
}
