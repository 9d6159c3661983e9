package app.oddiya.adapters.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file of keys that may be replaced while the process runs, as a mounted secret is.
///
/// Whoever asks looks at the file again once the last look is [#BETWEEN_LOOKS] old: no thread of
/// its own, and what nobody asks for is not read. A file that is gone or not what it must be is
/// logged and changes nothing: what was read last stays good. Safe for concurrent use.
public final class KeyFile<T> implements Supplier<T> {

  /// How late a replaced file is noticed at most, while there are requests.
  public static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);

  private final Path file;
  private final Function<String, T> parser;
  private final InstantSource clock;
  private final AtomicLong nextLook;
  private volatile Read<T> last;

  /// @param text that the value was made of, or that could not be read
  private record Read<T>(String text, T value) {}

  private KeyFile(Path file, Function<String, T> parser, InstantSource clock, Read<T> first) {
    this.file = file;
    this.parser = parser;
    this.clock = clock;
    this.nextLook = new AtomicLong(clock.millis() + BETWEEN_LOOKS.toMillis());
    this.last = first;
  }

  /// Reads a file now, and again later.
  ///
  /// @param parser throws [IllegalArgumentException] for what is no good, saying what it must be
  ///     and nothing of what it is
  /// @throws IllegalArgumentException if it is no good now
  public static <T> KeyFile<T> read(Path file, Function<String, T> parser, InstantSource clock) {
    try {
      String text = Files.readString(file);
      return new KeyFile<>(file, parser, clock, new Read<>(text, parser.apply(text)));
    } catch (IOException e) {
      throw new IllegalArgumentException("must be a file that can be read", e);
    }
  }

  /// The same object for as long as the file holds the same.
  @Override
  public T get() {
    long due = nextLook.get();
    long now = clock.millis();
    // One caller looks, the others go on with what is there.
    if (now >= due && nextLook.compareAndSet(due, now + BETWEEN_LOOKS.toMillis())) {
      look();
    }
    return last.value;
  }

  private void look() {
    Read<T> known = last;
    try {
      String text = Files.readString(file);
      if (!text.equals(known.text)) {
        // Remembered first, so that a bad file is complained of once.
        last = new Read<>(text, known.value);
        last = new Read<>(text, parser.apply(text));
        LOG.atInfo()
            .addKeyValue("event", "keys_replaced")
            .addKeyValue("file", file.getFileName())
            .log("keys were replaced");
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.atWarn()
          .addKeyValue("event", "keys_unreadable")
          .addKeyValue("file", file.getFileName())
          .addKeyValue("reason", e.getMessage())
          .log("keys cannot be read; those read before stay in use");
    }
  }

  /// Never shows what the file holds.
  @Override
  public String toString() {
    return "KeyFile[" + file.getFileName() + "]";
  }
}
