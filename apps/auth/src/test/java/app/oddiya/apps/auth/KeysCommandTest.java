package app.oddiya.apps.auth;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.oidc.SigningKeys;
import app.oddiya.domain.testkit.time.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {

  @TempDir Path folder;

  private final SettableClock clock = new SettableClock();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
  private final KeysCommand command =
      new KeysCommand(
          clock,
          new PrintStream(said, true, StandardCharsets.UTF_8),
          new PrintStream(complained, true, StandardCharsets.UTF_8));

  @Test
  void aNewFileHasOneKeyAndARotationAddsTheNextForUsOnly() throws IOException {
    Path file = folder.resolve("keys.json");

    assertThat(rotate(file)).isZero();
    assertThat(keys(file)).hasSize(1);
    assertThat(rotate(file)).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("signs from " + clock.instant().plus(SigningKeys.LEAD));
    assertThat(keys(file)).hasSize(2);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void rotatingEveryDayKeepsTwoKeys() {
    Path file = folder.resolve("keys.json");
    for (int day = 0; day < 5; day++) {
      assertThat(rotate(file)).isZero();
      clock.advance(Duration.ofDays(1));
    }

    assertThat(keys(file)).hasSize(2);
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = folder.resolve("keys.json");
    rotate(file);
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    assertThat(rotate(link)).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(keys(file)).hasSize(2);
  }

  @Test
  void aBadFileIsLeftAloneAndNotQuoted() throws IOException {
    Path file = Files.writeString(folder.resolve("keys.json"), "secret");

    assertThat(rotate(file)).isEqualTo(65);
    assertThat(file).hasContent("secret");
    assertThat(complained.toString(StandardCharsets.UTF_8)).doesNotContain("secret");
    assertThat(rotate(folder.resolve("missing/keys.json"))).isEqualTo(73);
    assertThat(command.run("rotate")).isEqualTo(64);
    assertThat(command.run()).isEqualTo(64);
  }

  private int rotate(Path file) {
    return command.run("rotate", file.toString());
  }

  private static List<?> keys(Path file) {
    try {
      return SigningKeys.parse(Files.readString(file)).keys();
    } catch (IOException e) {
      throw new AssertionError("not there", e);
    }
  }
}
