package app.oddiya.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the manifests set is documented, and what a service cannot start without is set for it.
class ConfigurationTest {

  /// Variables of other parts of this release, documented with them.
  private static final Set<String> DOCUMENTED_WITH_THEIR_PARTS =
      Set.of("OTEL_EXPORTER_OTLP_ENDPOINT");

  private static final Pattern VARIABLE = Pattern.compile("`([A-Z][A-Z0-9_]+)`");

  /// Who reads what `docs/configuration.md` calls required; a test below holds the keys to it.
  private static final Map<String, Set<String>> READERS =
      Map.ofEntries(
          Map.entry("ODDIYA_INTERNAL_KEYS", Set.of("auth", "user", "plan", "llm-agent", "video")),
          Map.entry("ODDIYA_AUTH_INTERNAL_KEY", Set.of("auth")),
          Map.entry("ODDIYA_USER_INTERNAL_KEY", Set.of("user")),
          Map.entry("ODDIYA_PLAN_INTERNAL_KEY", Set.of("plan")),
          Map.entry("ODDIYA_VIDEO_INTERNAL_KEY", Set.of("video")),
          Map.entry("ODDIYA_VIDEO_WORKER_INTERNAL_KEY", Set.of("video-worker")),
          Map.entry("ODDIYA_USER_DATABASE_PASSWORD", Set.of("user", "user-migration")),
          Map.entry("ODDIYA_PLAN_DATABASE_PASSWORD", Set.of("plan", "plan-migration")),
          Map.entry(
              "ODDIYA_VIDEO_DATABASE_PASSWORD", Set.of("video", "video-migration", "video-worker")),
          Map.entry("ODDIYA_EVENTS_TOPIC_ARN", Set.of("video-worker")),
          Map.entry("ODDIYA_SNS_APNS_ARN", Set.of("user", "user-migration")),
          Map.entry("ODDIYA_SNS_FCM_ARN", Set.of("user", "user-migration")),
          Map.entry("ODDIYA_SIGNING_KEYS", Set.of("auth")),
          Map.entry("ODDIYA_PROVIDER_TOKEN_KEYS", Set.of("auth")),
          Map.entry("ODDIYA_GOOGLE_CLIENT_ID", Set.of("auth")),
          Map.entry("ODDIYA_GOOGLE_CLIENT_SECRET", Set.of("auth")),
          Map.entry("ODDIYA_APPLE_CLIENT_ID", Set.of("auth")),
          Map.entry("ODDIYA_APPLE_TEAM_ID", Set.of("auth")),
          Map.entry("ODDIYA_APPLE_KEY_ID", Set.of("auth")),
          Map.entry("ODDIYA_APPLE_PRIVATE_KEY", Set.of("auth")));

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void everyVariableIsDocumented(Overlay overlay) {
    Set<String> documented = documented();
    documented.addAll(DOCUMENTED_WITH_THEIR_PARTS);
    for (Workload workload : overlay.workloads()) {
      assertThat(documented).containsAll(Environment.of(workload, true).keySet());
    }
  }

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void everyRequiredVariableIsSetForWhoeverReadsIt(Overlay overlay) {
    Map<String, Workload> workloads =
        overlay.workloads().stream().collect(Collectors.toMap(Workload::name, w -> w));
    READERS.forEach(
        (variable, readers) -> {
          for (String reader : readers) {
            Workload workload = workloads.get(reader);
            assertThat(workload).as(reader).isNotNull();
            assertThat(Environment.of(workload, false).getOrDefault(variable, ""))
                .as(variable + " of " + workload)
                .isNotBlank();
          }
        });
  }

  @Test
  void whatIsRequiredIsWhatTheDocumentCallsSo() {
    assertThat(READERS.keySet()).containsExactlyInAnyOrderElementsOf(required());
  }

  /// Each pod reads its own secrets; the worker shares the video service's role.
  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void nobodyReadsASecretOfAnother(Overlay overlay) {
    for (Workload workload : overlay.workloads()) {
      String owner = workload.name().replace("-migration", "");
      assertThat(Environment.fromOutside(workload))
          .filteredOn(name -> name.startsWith("`"))
          .isSubsetOf("`" + owner + "`", "`" + owner + "-keys`", "`public-keys`");
    }
  }

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void theReadmeSaysWhatHasToBeThereFirst(Overlay overlay) {
    String readme = Checkout.read(Checkout.manifests().resolve("README.md"));
    for (Workload workload : overlay.workloads()) {
      assertThat(Environment.fromOutside(workload)).allMatch(readme::contains);
    }
  }

  private static List<String> rows() {
    return Checkout.read(Checkout.folder().resolve("docs/configuration.md"))
        .lines()
        .filter(line -> line.startsWith("| `"))
        .toList();
  }

  private static Set<String> documented() {
    return rows().stream()
        .flatMap(row -> variables(row).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The S of `ODDIYA_S_INTERNAL_KEY` stands for whoever calls another.
  private static Set<String> required() {
    Set<String> required =
        rows().stream()
            .filter(row -> row.contains("**required**"))
            .flatMap(row -> variables(row).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    for (String quiet : List.of("GATEWAY", "LLM_AGENT")) {
      required.remove("ODDIYA_" + quiet + "_INTERNAL_KEY");
    }
    return required;
  }

  private static Set<String> variables(String row) {
    String names = row.substring(0, row.indexOf('|', 1));
    Set<String> found = new TreeSet<>();
    Matcher variable = VARIABLE.matcher(names);
    while (variable.find()) {
      String name = variable.group(1);
      if (name.startsWith("ODDIYA_S_")) {
        for (String service : Arrows.SERVICES) {
          found.add(name.replace("ODDIYA_S_", "ODDIYA_" + Environment.inVariables(service) + "_"));
        }
      } else {
        found.add(name);
      }
    }
    return found;
  }
}
