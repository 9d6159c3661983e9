package app.oddiya.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @Test
  void aTimeHasAUnit() {
    assertThat(time("250ms")).isEqualTo(Duration.ofMillis(250));
    assertThat(time("30s")).isEqualTo(Duration.ofSeconds(30));
    assertThat(time("2m")).isEqualTo(Duration.ofMinutes(2));
    assertThat(time("")).isEqualTo(Duration.ofSeconds(7));
    for (String bad : List.of("30", "0s", "-1s", "1h", "1.5s", "s", "99999999s")) {
      assertThatThrownBy(() -> time(bad))
          .isInstanceOf(BadSettings.class)
          .hasMessageContaining("X must be a time such as 250ms, 30s or 2m");
    }
  }

  private static Duration time(String value) {
    return Settings.read(
        Map.of("X", value), settings -> settings.duration("X", Duration.ofSeconds(7)));
  }

  record Config(String password, URI upstream, int port, List<String> uris, Path file) {

    static Config from(Settings settings) {
      return new Config(
          settings.text("PASSWORD"),
          settings.url("UPSTREAM"),
          settings.port("PORT", 8080),
          settings.list("URIS", "a://b, c://d"),
          settings.file("FILE"));
    }
  }

  @Test
  void readsARecordAndFillsInWhatIsUsual(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "k");

    assertThat(
            Settings.read(
                Map.of("PASSWORD", "p", "UPSTREAM", "http://127.0.0.1:1", "FILE", file.toString()),
                Config::from))
        .isEqualTo(
            new Config(
                "p", URI.create("http://127.0.0.1:1"), 8080, List.of("a://b", "c://d"), file));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceAndNoValueIsRepeated() {
    BadSettings bad =
        catchThrowableOfType(
            BadSettings.class,
            () ->
                Settings.read(
                    Map.of(
                        "PASSWORD", " ",
                        "UPSTREAM", "ftp://s3cret@x",
                        "PORT", "70000",
                        "FILE", "/nowhere/s3cret"),
                    Config::from));

    assertThat(bad.problems())
        .containsExactly(
            "PASSWORD is missing (expected: a text)",
            "UPSTREAM must be an http or https address",
            "PORT must be a number 0..65535",
            "FILE must be a file that can be read");
  }

  @Test
  void aRecordThatRefusesItsStandInsDoesNotHideWhatIsMissing() {
    assertThatThrownBy(
            () ->
                Settings.read(
                    Map.of(),
                    settings -> {
                      if (settings.text("NAME").isEmpty()) {
                        throw new IllegalArgumentException("name: empty");
                      }
                      return 1;
                    }))
        .isInstanceOf(BadSettings.class)
        .hasMessage("NAME is missing (expected: a text)");
  }

  @Test
  void aValueOfItsOwnFormIsReadByItsOwnParser() {
    int seven = Settings.read(Map.of("N", "7"), s -> s.parsed("N", Integer::valueOf, 0));

    assertThat(seven).isEqualTo(7);
    assertThatThrownBy(
            () ->
                Settings.read(
                    Map.of("N", "x"),
                    s ->
                        s.parsed(
                            "N",
                            text -> {
                              throw new IllegalArgumentException("must be a number");
                            },
                            0)))
        .isInstanceOf(BadSettings.class)
        .hasMessage("N must be a number");
  }

  @Test
  void everyServiceReadsTheSameToBeAServer(@TempDir Path folder) throws IOException {
    Path keys =
        Files.writeString(
            folder.resolve("keys.json"), "{\"plan\":" + new Issuer("p1").publicKeys() + "}");
    Map<String, String> environment =
        Map.of(
            "ODDIYA_INTERNAL_KEYS", keys.toString(),
            "ODDIYA_LLM_AGENT_PORT", "1",
            "ODDIYA_AUTH_URL", "http://auth:1");

    Web web = Settings.read(environment, settings -> Web.from(settings, "llm-agent", 8084));

    assertThat(web.port()).isEqualTo(1);
    assertThat(web.privatePort()).isEqualTo(9084);
    assertThat(web.bind()).isEqualTo("127.0.0.1");
    assertThat(web.issuer()).isEqualTo("http://localhost:8080");
    assertThat(web.jwks()).isEqualTo(URI.create("http://auth:1/.well-known/jwks.json"));
    assertThat(web.callers().get()).containsOnlyKeys("plan");
  }

  @Test
  void keysThatAreNoneAreABadSetting(@TempDir Path folder) throws IOException {
    Path keys = Files.writeString(folder.resolve("keys.json"), "{\"plan\":{}}");

    for (String value : List.of(keys.toString(), "/nowhere")) {
      assertThatThrownBy(
              () ->
                  Settings.read(
                      Map.of("ODDIYA_INTERNAL_KEYS", value),
                      settings -> Web.from(settings, "plan", 8083)))
          .isInstanceOf(BadSettings.class)
          .hasMessageStartingWith("ODDIYA_INTERNAL_KEYS must ");
    }
  }
}
