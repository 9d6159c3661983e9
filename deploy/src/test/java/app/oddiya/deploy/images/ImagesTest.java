package app.oddiya.deploy.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The tests of a module run in its folder.
class ImagesTest {

  private static final Path IMAGES = Path.of("images");
  private static final Path MANIFESTS = Path.of("kubernetes/base");

  private static final List<String> SERVICES =
      List.of("gateway", "auth", "user", "plan", "llm-agent", "video", "video-worker");

  @Test
  void everyServiceHasATargetThatTellsItsPortsAndRunsItsMain() throws IOException {
    String dockerfile = Files.readString(IMAGES.resolve("Dockerfile"));
    Map<String, String> targets =
        Pattern.compile("^FROM \\S+ AS (\\S+)\\n(.*?)(?=^FROM|\\z)", flags())
            .matcher(dockerfile)
            .results()
            .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    assertThat(targets).containsKeys(SERVICES.toArray(String[]::new));
    IntStream.range(0, SERVICES.size())
        .forEach(
            number ->
                assertThat(targets.get(SERVICES.get(number)))
                    .contains("EXPOSE %d %d\n".formatted(8080 + number, 9080 + number))
                    .contains(
                        "\"app.oddiya.apps.%s.Main\"]"
                            .formatted(SERVICES.get(number).replace("-", ""))));
  }

  @Test
  void theImageTestGivesWhatTheManifestsGive() throws IOException {
    Map<String, String> limits =
        Files.readAllLines(IMAGES.resolve("limits")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" "))
            .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    assertThat(limits).containsOnlyKeys(SERVICES);
    for (String service : SERVICES) {
      Matcher limit =
          Pattern.compile("limits:\\s+memory: (\\d+)Mi")
              .matcher(Files.readString(MANIFESTS.resolve(service + ".yaml")));
      assertThat(limit.find()).as(service).isTrue();
      assertThat(limits).containsEntry(service, limit.group(1));
    }
  }

  @Test
  void whatIsNotOursIsPinnedByDigest() throws IOException {
    String dockerfile = Files.readString(IMAGES.resolve("Dockerfile"));
    assertThat(dockerfile)
        .containsPattern(Pattern.compile("^ARG BASE=\\S+@sha256:[0-9a-f]{64}$", flags()));
    assertThat(
            Pattern.compile("^FROM (\\S+)", flags())
                .matcher(dockerfile)
                .results()
                .map(found -> found.group(1))
                .distinct())
        .containsExactlyInAnyOrder("${BASE}", "build", "scratch", "plain");
  }

  private static int flags() {
    return Pattern.MULTILINE | Pattern.DOTALL;
  }
}
