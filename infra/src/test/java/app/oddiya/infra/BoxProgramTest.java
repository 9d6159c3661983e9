package app.oddiya.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BoxProgramTest {

  /// Longer than any id that takes its place when the stack is made.
  private static final String UNKNOWN = "x".repeat(90);

  private static final Pattern PACKED =
      Pattern.compile("<<'PROGRAM' \\| gunzip >/root/box.sh\n(.*?)\nPROGRAM", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void machinesGetTheFilesOfTheRepositoryAsTheyAre() throws IOException {
    assertThat(program("postgres"))
        .contains(Files.readString(Synthesis.databaseFiles().resolve("postgresql.conf")))
        .contains(Files.readString(Synthesis.databaseFiles().resolve("pg_hba.conf")))
        .contains(Files.readString(Synthesis.databaseFiles().resolve("backup.sh")))
        .contains(Files.readString(Synthesis.databaseFiles().resolve("restore.sh")))
        .doesNotContain("redis-server");
    assertThat(program("redis"))
        .contains(Files.readString(Synthesis.databaseFiles().resolve("redis-sessions.conf")))
        .contains(Files.readString(Synthesis.databaseFiles().resolve("redis-cache.conf")))
        .doesNotContain("postgresql17");
  }

  @Test
  void userDataFitsIntoWhatEc2Takes() {
    assertThat(userData("postgres").length()).isLessThan(BoxProgram.LONGEST);
    assertThat(userData("redis").length()).isLessThan(BoxProgram.LONGEST);
  }

  @Test
  void programsAreBash() throws IOException, InterruptedException {
    for (String store : List.of("postgres", "redis")) {
      Path script = Files.writeString(folder.resolve(store), program(store));
      Process bash = new ProcessBuilder("bash", "-n", script.toString()).inheritIO().start();
      assertThat(bash.waitFor()).isZero();
    }
  }

  @Test
  void aFolderWithoutSettingsIsRefused() {
    assertThatThrownBy(() -> BoxProgram.redis(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("holds no settings");
  }

  private static String program(String store) throws IOException {
    Matcher packed = PACKED.matcher(userData(store));
    assertThat(packed.find()).isTrue();
    byte[] bytes = Base64.getMimeDecoder().decode(packed.group(1));
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String userData(String store) {
    JsonNode parts =
        Synthesis.get().made().properties("AWS::EC2::LaunchTemplate").stream()
            .map(machine -> machine.at("/LaunchTemplateData/UserData/Fn::Base64/Fn::Join/1"))
            .filter(join -> join.toString().contains("STORE='" + store + "'"))
            .findFirst()
            .orElseThrow();
    return parts.valueStream().map(part -> part.asString(UNKNOWN)).collect(Collectors.joining());
  }
}
