package app.oddiya.deploy.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All connections that may be wanted at once are fewer than the server gives.
class PoolsTest {

  /// Processes with a pool, and the folder of their app.
  private static final Map<String, String> POOLED =
      Map.of(
          "USER", "user", "PLAN", "plan", "VIDEO", "video", "the worker's VIDEO", "video-worker");

  /// At most so many of each, and one more while they are replaced.
  private static final int REPLICAS = 2;

  private static final int SURGE = 1;

  /// A migration each of user, plan and video at once; what one takes is held by MigrationsTest.
  private static final int MIGRATIONS = 3 * 3;

  /// The backup, or its check.
  private static final int BACKUP = 1;

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void theSumOfAllPoolsIsBelowWhatTheServerGives() throws IOException {
    int given =
        setting("max_connections")
            - setting("superuser_reserved_connections")
            - setting("reserved_connections");

    int wanted = MIGRATIONS + BACKUP;
    for (String app : POOLED.values()) {
      wanted += (REPLICAS + SURGE) * pool(app);
    }

    assertThat(wanted).isEqualTo(58).isLessThan(given);
  }

  static List<Path> manifests() throws IOException {
    List<Path> files = new ArrayList<>(List.of(Repository.database("postgresql.conf")));
    Path kubernetes = ROOT.resolve("deploy/kubernetes");
    if (Files.exists(kubernetes)) {
      try (Stream<Path> all = Files.walk(kubernetes)) {
        all.filter(Files::isRegularFile).forEach(files::add);
      }
    }
    return files;
  }

  /// Whatever allows more replicas, a greater surge or a bigger pool has to be reckoned with above.
  @ParameterizedTest
  @MethodSource("manifests")
  void nothingAllowsMoreThanThat(Path file) throws IOException {
    String text = Files.readString(file);

    assertThat(numbers("(?m)^\\s*(?:maxReplicas|maxReplicaCount|replicas): *([0-9]+)", text))
        .allMatch(replicas -> replicas <= REPLICAS);
    assertThat(numbers("(?s)path: /spec/(?:max)?[rR]eplicas\\s+value: *([0-9]+)", text))
        .allMatch(replicas -> replicas <= REPLICAS);
    assertThat(numbers("(?m)^\\s*maxSurge: *([0-9]+)", text)).allMatch(more -> more <= SURGE);
    assertThat(text).doesNotContainPattern("ODDIYA_[A-Z]+_DATABASE_POOL");
  }

  /// What the service takes if nothing else is said.
  private static int pool(String app) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("apps").resolve(app).resolve("src/main"))) {
      Path config = files.filter(file -> file.endsWith("Config.java")).findFirst().orElseThrow();
      List<Integer> pools =
          numbers("_DATABASE_POOL\", ([0-9]+), 1, [0-9]+\\)", Files.readString(config));
      assertThat(pools).as(app).hasSize(1);
      return pools.getFirst();
    }
  }

  private static int setting(String name) throws IOException {
    String settings = Files.readString(Repository.database("postgresql.conf"));
    return numbers("(?m)^" + name + " = ([0-9]+)$", settings).getFirst();
  }

  private static List<Integer> numbers(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult found) -> Integer.parseInt(found.group(1)))
        .toList();
  }
}
