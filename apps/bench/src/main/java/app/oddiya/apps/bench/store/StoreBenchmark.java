package app.oddiya.apps.bench.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import app.oddiya.apps.bench.Bench;
import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.apps.bench.Benchmark;
import app.oddiya.apps.bench.Figure;
import app.oddiya.apps.bench.Statistics;
import app.oddiya.apps.bench.load.Load;
import app.oddiya.apps.stores.Home;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Page;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Plans kept and read beside plain JDBC, in one PostgreSQL: CPU of the reader, growth with the
/// number of rows, statements.
public final class StoreBenchmark implements Benchmark {

  private static final int ROUNDS = 7;
  private static final int WARM_UP_CALLS = 20_000;
  private static final int CALLS = 2_000;
  private static final int CONNECTIONS = 16;
  private static final int WARM_UP_REQUESTS = 60_000;
  private static final int REQUESTS = 5_000;

  private static final int FEW = 10;
  private static final int MANY = 10_000_000;
  private static final int PAGE = 20;

  private static final double REPOSITORY_TIMES = 1.5;
  private static final double SERVICE_TIMES = 3;
  private static final double GROWTH = 1.3;
  private static final int STATEMENTS_TO_READ = 1;
  private static final int STATEMENTS_TO_WRITE = 2;

  private static final String BY_HAND =
      """
      {"title":"By hand","destination":{"name":"Busan"},
       "startDate":"2027-04-09","endDate":"2027-04-09"}
      """;

  private static final String WISH =
      """
      {"destination":{"name":"Busan"},"startDate":"2027-04-09","endDate":"2027-04-10",
       "party":{"adults":2,"children":0},"interests":["history"],"pace":"balanced",
       "mustVisit":[],"avoid":[],"language":"en"}
      """;

  @Override
  public String name() {
    return "store";
  }

  @Override
  public String summary() {
    return "plans kept and read beside plain JDBC, and among ten million; about 6 minutes";
  }

  @Override
  public List<Figure> measure(Bench bench, List<String> options) {
    if (!options.isEmpty()) {
      throw new IllegalArgumentException("bench store takes no options");
    }
    bench.say("starting PostgreSQL");
    try (PlanStore store = PlanStore.start(new Home(bench.home().root().resolve("store")))) {
      Trip trip = PlanStore.trip();
      List<Plan> plans = add(store, trip);
      List<Figure> figures = new ArrayList<>();
      figures.addAll(statements(bench, store, plans));
      figures.addAll(repository(bench, store, plans.getFirst()));
      figures.add(service(bench, store, plans.getFirst()));
      figures.add(growth(bench, store, trip));
      return figures;
    } catch (BenchFailure | IllegalArgumentException e) {
      throw e;
    } catch (Exception e) {
      throw new BenchFailure(String.valueOf(e), e);
    }
  }

  /// A few plans of the traveller.
  private static List<Plan> add(PlanStore store, Trip trip) throws SQLException {
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < FEW; i++) {
      Instant at = Instant.parse("2026-11-01T00:00:00Z").plusSeconds(i);
      plans.add(store.plans().add(PlanStore.TRAVELLER, trip, at, PlanStore.AMPLE));
    }
    vacuum(store);
    return plans;
  }

  private static List<Figure> repository(Bench bench, PlanStore store, Plan plan) throws Exception {
    bench.say("asking the repository and plain JDBC in turns");
    try (PlainJdbc jdbc = new PlainJdbc(store)) {
      var page = new Page.Request(PAGE, Optional.empty());
      CallCost find =
          new CallCost(() -> store.plans().find(PlanStore.TRAVELLER, plan.id(), PlanStore.AMPLE))
              .warmedUp(WARM_UP_CALLS);
      CallCost findPlainly =
          new CallCost(() -> jdbc.readAndParse(PlanStore.TRAVELLER, plan.id()))
              .warmedUp(WARM_UP_CALLS);
      CallCost list =
          new CallCost(() -> store.plans().list(PlanStore.TRAVELLER, page, PlanStore.AMPLE))
              .warmedUp(WARM_UP_CALLS);
      CallCost listPlainly =
          new CallCost(() -> jdbc.list(PlanStore.TRAVELLER, PAGE)).warmedUp(WARM_UP_CALLS);
      for (int round = 0; round < ROUNDS; round++) {
        for (CallCost each : List.of(find, findPlainly, list, listPlainly)) {
          each.round(CALLS);
        }
      }
      return List.of(
          Figure.atMostTimes(
              REPOSITORY_TIMES,
              "repository reads a plan of %d stops, CPU".formatted(stops(plan)),
              find.cpuMicros(),
              "us",
              new Figure.Peer("plain JDBC, JSON to trees", findPlainly.cpuMicros())),
          Figure.atMostTimes(
              REPOSITORY_TIMES,
              "repository lists %d plans, CPU".formatted(FEW),
              list.cpuMicros(),
              "us",
              new Figure.Peer("plain JDBC", listPlainly.cpuMicros())));
    }
  }

  private static long stops(Plan plan) {
    return plan.trip().days().stream().mapToLong(day -> day.stops().size()).sum();
  }

  /// What a read costs the service beyond a request that does nothing.
  private static Figure service(Bench bench, PlanStore store, Plan plan) throws Exception {
    bench.say("starting the plan service");
    try (PlanService service = PlanService.start(bench, store);
        PlainJdbc jdbc = new PlainJdbc(store)) {
      String path = "/api/v1/plans/" + plan.id();
      rewrite(service, path);
      List<byte[]> read = List.of(request(path, Optional.of(service.token())));
      List<byte[]> health = List.of(request("/healthz", Optional.empty()));
      bench.say("warming it up with " + WARM_UP_REQUESTS + " requests of each kind");
      load(service, service.subject().address(), read, WARM_UP_REQUESTS);
      load(service, service.privateAddress(), health, WARM_UP_REQUESTS);
      CallCost plainly =
          new CallCost(() -> jdbc.read(PlanStore.TRAVELLER, plan.id())).warmedUp(WARM_UP_CALLS);
      List<Double> reads = new ArrayList<>();
      List<Double> healths = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        reads.add(load(service, service.subject().address(), read, REQUESTS));
        healths.add(load(service, service.privateAddress(), health, REQUESTS));
        plainly.round(CALLS);
      }
      double beyond = Statistics.median(reads) - Statistics.median(healths);
      bench.say(
          "CPU us: a plan %.1f, /healthz %.1f, plain JDBC %.1f"
              .formatted(
                  Statistics.median(reads), Statistics.median(healths), plainly.cpuMicros()));
      return Figure.atMostTimes(
          SERVICE_TIMES,
          "reading a plan, CPU beyond /healthz",
          beyond,
          "us",
          new Figure.Peer("plain JDBC", plainly.cpuMicros()));
    }
  }

  /// Has the service store a plan of ours in its own form.
  private static void rewrite(PlanService service, String path)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      JsonNode _ = Asking.send(client, service, "PATCH", path, "{\"title\":\"Busan\"}");
    }
  }

  /// @return CPU microseconds a request
  private static double load(
      PlanService service, InetSocketAddress address, List<byte[]> requests, int count)
      throws IOException {
    try (Load load = Load.open(address, CONNECTIONS, requests)) {
      double before = service.subject().usage().cpuSeconds();
      load.closed(count);
      return (service.subject().usage().cpuSeconds() - before) * 1e6 / count;
    }
  }

  private static byte[] request(String path, Optional<String> token) {
    String authorization = token.map(it -> "Authorization: Bearer " + it + "\r\n").orElse("");
    return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + authorization + "\r\n")
        .getBytes(US_ASCII);
  }

  /// The same page of the same ten plans, alone in one database and among ten million of others in
  /// another, asked in turns.
  private static Figure growth(Bench bench, PlanStore store, Trip trip) throws Exception {
    PlanStore alone = store.beside("few");
    PlanStore among = store.beside("many");
    try {
      add(alone, trip);
      add(among, trip);
      bench.say("writing " + MANY + " rows of others");
      writeOthers(among);
      vacuum(among);
      bench.say("listing among " + FEW + " and among " + MANY + " rows in turns");
      CallCost few = listing(alone).warmedUp(CALLS);
      CallCost many = listing(among).warmedUp(CALLS);
      for (int round = 0; round < ROUNDS; round++) {
        few.round(CALLS);
        many.round(CALLS);
      }
      return Figure.atMostTimes(
          GROWTH,
          "listing %d plans among %d rows".formatted(FEW, MANY),
          many.micros(),
          "us",
          new Figure.Peer("among " + FEW + " rows", few.micros()));
    } finally {
      alone.disconnect();
      among.disconnect();
    }
  }

  private static CallCost listing(PlanStore store) {
    var page = new Page.Request(PAGE, Optional.empty());
    return new CallCost(() -> store.plans().list(PlanStore.TRAVELLER, page, PlanStore.AMPLE));
  }

  private static void writeOthers(PlanStore store) throws SQLException {
    try (Connection connection = store.connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into travel_plans (
            user_id, title, start_date, end_date, language, source, verdict, notes,
            destination, request, days, totals, certificate, version, created_at, updated_at)
          select
            2 + i %% 1000000, 'Three days in Busan', date '2027-04-09', date '2027-04-11', 'EN',
            'OPTIMIZER', 'PASS', null, '{"kind":"named","name":"Busan"}', null, '[]', '{}', '{}',
            1, timestamptz '2026-11-01' + i * interval '1 second',
            timestamptz '2026-11-01' + i * interval '1 second'
          from generate_series(1, %d) as i
          """
              .formatted(MANY));
    }
  }

  private static void vacuum(PlanStore store) throws SQLException {
    try (Connection connection = store.connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute("vacuum analyze");
    }
  }

  private static List<Figure> statements(Bench bench, PlanStore store, List<Plan> plans)
      throws Exception {
    bench.say("counting statements");
    StatementLog log = StatementLog.of(store);
    try (PlanService service = PlanService.start(bench, store);
        HttpClient client = HttpClient.newHttpClient()) {
      Asking asking = new Asking(log, client, service);
      String plan = "/api/v1/plans/" + plans.getLast().id();
      // What a search has shown is held, and may be put into a plan.
      JsonNode shown = asking.send("GET", "/api/v1/places?query=Haeundae&limit=1", "");
      String stops =
          "{\"stops\":[{\"placeId\":\"%s\"}]}"
              .formatted(shown.path("items").path(0).path("placeId").asString());
      return List.of(
          asking.count(STATEMENTS_TO_READ, "GET", "/api/v1/plans", ""),
          asking.count(STATEMENTS_TO_WRITE, "POST", "/api/v1/plans", BY_HAND),
          asking.count(STATEMENTS_TO_WRITE, "POST", "/api/v1/plans/generate", WISH),
          asking.count(STATEMENTS_TO_WRITE, "PATCH", plan, "{\"title\":\"T\"}"),
          asking.count(STATEMENTS_TO_READ, "GET", plan, ""),
          asking.count(STATEMENTS_TO_WRITE, "PUT", plan + "/days/1/stops", stops),
          asking.count(STATEMENTS_TO_WRITE, "DELETE", plan, ""));
    } finally {
      log.stop(store);
    }
  }
}
