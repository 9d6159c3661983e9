package app.oddiya.apps.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.local.Collector.Seen;
import app.oddiya.apps.local.trip.FilmWait;
import app.oddiya.apps.local.trip.FilmWish;
import app.oddiya.apps.local.trip.Phone;
import app.oddiya.apps.local.trip.Traveller;
import app.oddiya.domain.testkit.time.Eventually;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import net.logstash.logback.encoder.LogstashEncoder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What those who run Oddiya see of one trip: a trace, metrics, lines of the log, and in none of
/// them who travelled where.
class ObservedTripTest {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /// What dashboards and alerts may be made of, a line each: service, metric, labels.
  private static final Path CATALOGUE =
      Path.of("..", "..", "deploy", "observability", "metrics.txt");

  /// Nobody else is here: near Gyeongju, to a centimetre.
  private static final String LATITUDE = "35.8342917";

  private static final String LONGITUDE = "129.2270413";
  private static final String PUSH_TOKEN = "canary-push-" + UUID.randomUUID();
  private static final Traveller TRAVELLER = TripWish.stranger("google");

  @RegisterExtension static final SharedSystem system = new SharedSystem();

  @TempDir static Path folder;

  private static final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private static final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
  private static String accessToken = "";
  private static String refreshToken = "";

  @BeforeAll
  static void oneTrip() {
    listen();
    try (Phone phone = new Phone(system.gateway(), line -> {})) {
      phone.signIn(TRAVELLER);
      accessToken = phone.accessToken();
      refreshToken = phone.refreshToken();
      phone.registerDevice("phone-of-canary", "android", PUSH_TOKEN);
      ObjectNode wish = TripWish.twoDays();
      wish.putObject("lodging")
          .putObject("position")
          .put("lat", Double.parseDouble(LATITUDE))
          .put("lng", Double.parseDouble(LONGITUDE));
      JsonNode plan = phone.generatePlan(wish, (event, data) -> {});
      List<String> uploads = phone.upload(TestPhotos.drawn(folder, 2), done -> {});
      String jobId =
          phone.requestFilm(
              new FilmWish(uploads, plan.path("id").stringValue(""), "canary title", 15),
              UUID.randomUUID());
      FilmWait.finished(phone, jobId, PATIENCE, seen -> {});
    }
  }

  /// Hears everything in the words of production, but without what hides secrets there: nobody is
  /// to depend on that.
  private static void listen() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    LogstashEncoder encoder = new LogstashEncoder();
    encoder.addProvider(new app.oddiya.adapters.web.TraceIdProvider());
    encoder.setContext(root.getLoggerContext());
    encoder.start();
    appender.setContext(root.getLoggerContext());
    appender.setEncoder(encoder);
    appender.setOutputStream(log);
    appender.start();
    root.addAppender(appender);
    root.getLoggerContext().getLogger("app.oddiya").setLevel(Level.INFO);
  }

  @AfterAll
  static void listenNoMore() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAppender(appender);
    root.getLoggerContext().getLogger("app.oddiya").setLevel(null);
  }

  @Test
  void theOrderOfAFilmIsOneTraceFromTheDoorToTheWorker() {
    List<Seen> trace = traceOfTheFilm();

    Seen door = one(trace, "gateway", "POST /api/v1/videos/**");
    Seen order = one(trace, "video", "POST /api/v1/videos");
    Seen asked = one(trace, "video", "GET /internal/plans/{}");
    Seen trip = one(trace, "plan", "GET /internal/plans/{id}");
    Seen render = one(trace, "video-worker", "render");
    Seen sent = byId(trace, render.parent());
    Seen told = one(trace, "video-worker", "relay announce");
    assertThat(order.parent()).isEqualTo(door.id());
    assertThat(asked.parent()).isEqualTo(order.id());
    assertThat(trip.parent()).isEqualTo(asked.id());
    assertThat(sent.name()).isEqualTo("relay render");
    assertThat(sent.parent()).isEqualTo(order.id());
    assertThat(render.attributes()).containsEntry("outcome", "Made");
    assertThat(told.parent()).isEqualTo(render.id());
  }

  @Test
  void theLogNamesTheTrace() {
    String trace = traceOfTheFilm().getFirst().trace();

    assertThat(log.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.contains("\"traceId\":\"" + trace + "\""))
        .anyMatch(line -> line.contains("\"upstream\":\"video\""))
        .anyMatch(line -> line.contains("\"route\":\"/api/v1/videos\""))
        .anyMatch(line -> line.contains("/internal/users/{id}/devices"));
  }

  @Test
  void whatIsMeasuredIsWhatTheCatalogueSays() throws IOException {
    List<String> catalogue = Files.readAllLines(CATALOGUE);
    // The JVM tells of collections from the first one on that follows a look at its metrics.
    Eventually.holds(
        "a collection is told of",
        Duration.ofSeconds(20),
        () -> {
          System.gc();
          return measured().contains("gateway jvm_gc_pause_seconds_count action,cause,gc");
        });
    Set<String> measured = measured();
    Path found = Path.of("target", "metrics.txt");
    Files.writeString(found, String.join("\n", measured) + "\n");

    assertThat(measured)
        .as("written to " + found.toAbsolutePath() + "; what the catalogue promises")
        .containsAll(catalogue);
    assertThat(catalogue)
        .as("what is measured and not in the catalogue, the JVM's own aside")
        .containsAll(measured.stream().filter(line -> !line.contains(" jvm_")).toList());
  }

  private static Set<String> measured() {
    Set<String> measured = new TreeSet<>();
    for (ServiceName service : ServiceName.values()) {
      metrics(service).forEach((name, labels) -> measured.add(line(service, name, labels)));
    }
    return measured;
  }

  @Test
  void noLabelHasManyValues() {
    for (ServiceName service : ServiceName.values()) {
      Map<String, Long> series =
          scrape(service)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.replaceAll("[{ ].*", ""))
              .filter(name -> !name.endsWith("_bucket"))
              .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
      assertThat(series.values()).as(service.label()).allMatch(count -> count <= 500);
    }
  }

  @Test
  void nobodyIsToldWhoTravelledWhere() {
    StringBuilder told = new StringBuilder();
    for (ServiceName service : ServiceName.values()) {
      told.append(scrape(service));
    }
    system.spans().forEach(told::append);
    told.append(log.toString(StandardCharsets.UTF_8));

    assertThat(told.toString())
        .contains("http_server_requests", "relay render", "\"event\":\"request\"")
        .doesNotContain(
            accessToken,
            accessToken.substring(accessToken.lastIndexOf('.') + 1),
            refreshToken,
            PUSH_TOKEN,
            TRAVELLER.email(),
            TRAVELLER.subject(),
            TRAVELLER.name(),
            "canary title",
            LATITUDE.substring(0, 7),
            LONGITUDE.substring(0, 8));
    assertThat(system.spans())
        .as("an id of a row in a name or an attribute")
        .noneMatch(span -> (span.name() + span.attributes()).matches(".*/[0-9]+\\b.*"));
  }

  /// Of the film that was ordered here, the latest one with a plan.
  private static List<Seen> traceOfTheFilm() {
    Eventually.holds("the trace of a film", PATIENCE, () -> !whole().isEmpty());
    String trace = whole().getFirst();
    return system.spans().stream().filter(span -> span.trace().equals(trace)).toList();
  }

  /// Traces that have all of a film. Its last spans are told some seconds after their ends.
  private static List<String> whole() {
    return system.spans().stream()
        .collect(
            Collectors.groupingBy(
                Seen::trace,
                TreeMap::new,
                Collectors.mapping(span -> span.service() + " " + span.name(), Collectors.toSet())))
        .entrySet()
        .stream()
        .filter(
            trace ->
                trace
                    .getValue()
                    .containsAll(
                        List.of(
                            "gateway POST /api/v1/videos/**",
                            "video POST /api/v1/videos",
                            "plan GET /internal/plans/{id}",
                            "video-worker render",
                            "video-worker relay announce",
                            "user GET /internal/users/{id}/devices")))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Seen one(List<Seen> trace, String service, String name) {
    List<Seen> found =
        trace.stream()
            .filter(span -> span.service().equals(service) && span.name().equals(name))
            .toList();
    assertThat(found).as(service + " " + name + " among " + names(trace)).hasSize(1);
    return found.getFirst();
  }

  private static Seen byId(List<Seen> trace, String id) {
    return trace.stream().filter(span -> span.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> names(List<Seen> trace) {
    return trace.stream().map(span -> span.service() + " " + span.name()).toList();
  }

  private static String line(ServiceName service, String name, Set<String> labels) {
    return (service.label() + " " + name + " " + String.join(",", labels)).strip();
  }

  /// The names of all metrics with those of their labels.
  private static Map<String, Set<String>> metrics(ServiceName service) {
    Map<String, Set<String>> metrics = new TreeMap<>();
    for (String line : scrape(service).lines().toList()) {
      if (!line.startsWith("#")) {
        Set<String> labels =
            metrics.computeIfAbsent(line.replaceAll("[{ ].*", ""), any -> new TreeSet<>());
        int from = line.indexOf('{');
        if (from > 0) {
          for (String label : line.substring(from + 1, line.lastIndexOf('}')).split("\",", -1)) {
            labels.add(label.substring(0, label.indexOf('=')).strip());
          }
        }
      }
    }
    return metrics;
  }

  private static String scrape(ServiceName service) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(system.hidden(service).resolve("/metrics")).build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
