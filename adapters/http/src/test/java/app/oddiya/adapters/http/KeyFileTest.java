package app.oddiya.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

  @TempDir private Path folder;
  private Path file = Path.of("");
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");

  @BeforeEach
  void holdsAKey() throws IOException {
    file = Files.writeString(folder.resolve("key"), "key one");
  }

  private KeyFile<Key> read() {
    return KeyFile.read(file, Key::parse, () -> now);
  }

  private record Key(String name) {

    static Key parse(String text) {
      if (!text.startsWith("key ")) {
        throw new IllegalArgumentException("must be a key");
      }
      return new Key(text);
    }
  }

  private void passes() {
    now = now.plus(KeyFile.BETWEEN_LOOKS);
  }

  @Test
  void isTheSameObjectUntilTheFileSaysSomethingElse() throws IOException {
    KeyFile<Key> keys = read();
    Key first = keys.get();
    passes();
    assertThat(keys.get()).isSameAs(first);

    Files.writeString(file, "key two");
    assertThat(keys.get()).as("before it looks again").isSameAs(first);
    passes();
    assertThat(keys.get()).isEqualTo(new Key("key two"));
  }

  @Test
  void whatIsNoKeyChangesNothingAndIsReplacedAsWell() throws IOException {
    KeyFile<Key> keys = read();
    Files.writeString(file, "half a ke");
    passes();
    assertThat(keys.get()).isEqualTo(new Key("key one"));
    Files.delete(file);
    passes();
    assertThat(keys.get()).isEqualTo(new Key("key one"));

    Files.writeString(file, "key two");
    passes();
    assertThat(keys.get()).isEqualTo(new Key("key two"));
  }

  @Test
  void atTheStartThereHasToBeOne() throws IOException {
    Files.writeString(file, "nothing");
    assertThatThrownBy(this::read).hasMessage("must be a key");
    Files.delete(file);
    assertThatThrownBy(this::read).isInstanceOf(IllegalArgumentException.class);
  }
}
