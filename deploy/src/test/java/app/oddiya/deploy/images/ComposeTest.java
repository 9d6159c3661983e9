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
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The compose file is held to the images, their limits and the document of variables.
class ComposeTest {

  private static final List<String> STORES =
      List.of("stores", "postgres", "redis-sessions", "redis-cache");

  private final JsonNode file = new YAMLMapper().readTree(read(Path.of("compose.yaml")));
  private final JsonNode services = file.path("services");

  @Test
  void everyServiceIsThereWithTheMemoryThatTheManifestsGive() {
    Map<String, String> limits =
        read(Path.of("images/limits"))
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" "))
            .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    assertThat(services.propertyNames()).containsAll(limits.keySet()).containsAll(STORES);
    assertThat(services.size()).isEqualTo(limits.size() + STORES.size());
    limits.forEach(
        (service, mebibytes) -> {
          JsonNode container = services.path(service);
          assertThat(container.path("mem_limit").asString("")).isEqualTo(mebibytes + "m");
          assertThat(container.path("image").asString("")).startsWith("oddiya-" + service + ":");
        });
  }

  @Test
  void theTagIsTheOneThatTheScriptGives() {
    Matcher version =
        Pattern.compile("<version>(.*)</version>").matcher(read(Path.of("../pom.xml")));
    assertThat(version.find()).isTrue();
    assertThat(
            services
                .valueStream()
                .map(service -> service.path("image").asString(""))
                .filter(image -> image.startsWith("oddiya-")))
        .hasSize(8)
        .allMatch(image -> image.endsWith(":${ODDIYA_VERSION:-" + version.group(1) + "}"));
  }

  @Test
  void theImageOfTheStandInsHasATarget() {
    assertThat(read(Path.of("images/Dockerfile"))).contains("FROM ${BASE} AS stores\n");
  }

  /// Whoever can reach a port knows the passwords, for they stand in the file.
  @Test
  void portsAreOpenToThisMachineOnly() {
    services.forEach(
        service ->
            service
                .path("ports")
                .forEach(port -> assertThat(port.asString("")).startsWith("127.0.0.1:")));
  }

  @Test
  void everyVariableIsDocumented() {
    String document = read(Path.of("../docs/configuration.md"));
    assertThat(file.path("x-environment").propertyNames())
        .hasSizeGreaterThan(40)
        .allMatch(name -> document.contains("`" + name + "`") || document.contains(each(name)));
  }

  /// `ODDIYA_S_INTERNAL_KEY` stands for that of each service.
  private static String each(String name) {
    return name.replaceFirst("ODDIYA_(AUTH|USER|PLAN|LLM_AGENT|VIDEO_WORKER|VIDEO)_", "ODDIYA_S_");
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
