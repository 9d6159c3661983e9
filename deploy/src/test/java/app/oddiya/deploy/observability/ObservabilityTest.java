package app.oddiya.deploy.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Dashboards, alerts and runbooks ask for nothing that the services do not tell.
class ObservabilityTest {

  private static final Path CHECKOUT = Path.of("..");
  private static final Path FOLDER = CHECKOUT.resolve("deploy").resolve("observability");
  private static final Path RUNBOOKS = CHECKOUT.resolve("docs").resolve("runbooks");

  /// A metric of ours or of the libraries that measure for us, in a page of prose.
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(?:http|proxy|video|model|plan|redis|aws|loop|hikaricp|jvm|rate_limit|account)"
              + "_[a-z0-9_]+\\b");

  @Test
  void everyQueryAsksForWhatThereIs() throws IOException {
    Catalogue catalogue = Catalogue.read(FOLDER.resolve("metrics.txt"));
    Map<String, String> queries = queries();

    assertThat(queries).hasSizeGreaterThan(50);
    assertThat(flaws(queries, catalogue)).isEmpty();
  }

  @Test
  void aQueryForWhatThereIsNotIsFound() {
    Catalogue catalogue = Catalogue.of(List.of("plan a_total route,status", "plan b"));

    assertThat(
            flaws(
                Map.of(
                    "metric", "rate(c_total[5m])",
                    "label", "sum by (path) (a_total)",
                    "service", "a_total{service=\"billing\"}",
                    "form", "sum(a_total",
                    "good", "sum by (route) (rate(a_total{service=\"plan\"}[5m])) / b"),
                catalogue))
        .extracting(flaw -> flaw.substring(0, flaw.indexOf(':')))
        .containsExactly("form", "label", "metric", "service");
  }

  @Test
  void everyAlertLeadsToARunbookAndEveryRunbookIsLedTo() throws IOException {
    Set<String> ledTo = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (JsonNode alert : alerts()) {
      String name = alert.path("alert").asString("");
      String runbook = alert.path("annotations").path("runbook_url").asString("");
      assertThat(names.add(name)).as("one alert is called " + name).isTrue();
      assertThat(CHECKOUT.resolve(runbook)).as(name).isRegularFile();
      assertThat(alert.path("annotations").path("summary").asString("")).as(name).isNotBlank();
      assertThat(alert.path("labels").path("severity").asString("")).isIn("page", "ticket");
      ledTo.add(CHECKOUT.resolve(runbook).getFileName().toString());
    }
    assertThat(ledTo)
        .contains(
            "queue-growing.md",
            "database-slow.md",
            "bedrock-down.md",
            "spot-loss.md",
            "key-rotation.md");
  }

  @Test
  void runbooksNameMetricsThatThereAre() throws IOException {
    Catalogue catalogue = Catalogue.read(FOLDER.resolve("metrics.txt"));
    Set<String> named = new HashSet<>();
    try (Stream<Path> pages = Files.list(RUNBOOKS)) {
      for (Path page : pages.toList()) {
        Matcher matcher = NAMED.matcher(code(Files.readString(page)));
        while (matcher.find()) {
          named.add(matcher.group());
        }
      }
    }
    named.removeIf(PLACES::contains);
    assertThat(named).hasSizeGreaterThan(10);
    assertThat(catalogue.metrics().keySet()).containsAll(named);
  }

  /// Other names that look like metrics.
  private static final Set<String> PLACES = Set.of("http_code", "loop_failed", "plan_service");

  private static List<String> flaws(Map<String, String> queries, Catalogue catalogue) {
    List<String> flaws = new ArrayList<>();
    new TreeMap<>(queries)
        .forEach(
            (where, text) -> {
              PromQl query = PromQl.read(text);
              query.flaws().forEach(flaw -> flaws.add(where + ": " + flaw));
              Set<String> labels = new HashSet<>(Set.of("le"));
              for (String metric : query.metrics()) {
                if (!catalogue.metrics().containsKey(metric)) {
                  flaws.add(where + ": nobody tells " + metric);
                }
                labels.addAll(catalogue.metrics().getOrDefault(metric, query.labels()));
              }
              query.labels().stream()
                  .filter(label -> !labels.contains(label))
                  .forEach(label -> flaws.add(where + ": no label " + label));
              query.services().stream()
                  .filter(service -> !catalogue.services().contains(service))
                  .forEach(service -> flaws.add(where + ": no service " + service));
            });
    return flaws;
  }

  /// All queries by where they stand.
  private static Map<String, String> queries() throws IOException {
    Map<String, String> queries = new TreeMap<>();
    for (JsonNode alert : alerts()) {
      queries.put(alert.path("alert").asString(""), alert.path("expr").asString(""));
    }
    try (Stream<Path> dashboards = Files.list(FOLDER.resolve("dashboards"))) {
      for (Path dashboard : dashboards.toList()) {
        JsonNode json = JsonMapper.shared().readTree(dashboard);
        for (JsonNode panel : json.path("panels")) {
          for (JsonNode target : panel.path("targets")) {
            queries.put(
                "%s, %s, %s"
                    .formatted(
                        json.path("title").asString(""),
                        panel.path("title").asString("") + panel.path("id"),
                        target.path("refId").asString("")),
                target.path("expr").asString(""));
          }
        }
      }
    }
    return queries;
  }

  private static List<JsonNode> alerts() {
    List<JsonNode> alerts = new ArrayList<>();
    JsonNode file = YAMLMapper.builder().build().readTree(FOLDER.resolve("alerts.yaml").toFile());
    file.path("groups").forEach(group -> group.path("rules").forEach(alerts::add));
    return alerts;
  }

  /// What stands between backticks.
  private static String code(String page) {
    StringBuilder code = new StringBuilder();
    Matcher matcher = Pattern.compile("`([^`]+)`").matcher(page);
    while (matcher.find()) {
      code.append(matcher.group(1)).append('\n');
    }
    return code.toString();
  }
}
