package app.oddiya.adapters.services.planning.wire;

import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/// What a wire record means to the domain. A record may have the right shape and still say what
/// cannot be: a day of 30 February, a place of no category, a window that closes before it opens.
public final class Meaning {

  private Meaning() {}

  /// What `reading` makes of a wire record; empty if it cannot be.
  public static <T> Optional<T> of(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (IllegalArgumentException | NoSuchElementException | DateTimeException notThat) {
      return Optional.empty();
    }
  }
}
