package app.oddiya.apps.plan;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.AwsModule;
import app.oddiya.adapters.aws.planning.PlanningPushModule;
import app.oddiya.adapters.memory.planning.MemoryExchangeRates;
import app.oddiya.adapters.memory.planning.MemoryHolidays;
import app.oddiya.adapters.memory.planning.MemoryPlaces;
import app.oddiya.adapters.memory.planning.MemoryPlanPhones;
import app.oddiya.adapters.memory.planning.MemoryTravelTimes;
import app.oddiya.adapters.memory.planning.MemoryWeather;
import app.oddiya.adapters.postgres.Database;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.postgres.PostgresModule;
import app.oddiya.adapters.postgres.planning.PlanningPostgresModule;
import app.oddiya.adapters.web.BackgroundLoop;
import app.oddiya.application.planning.CheckPlan;
import app.oddiya.application.planning.DraftPlan;
import app.oddiya.application.planning.Effort;
import app.oddiya.application.planning.GeneratePlan;
import app.oddiya.application.planning.Generation;
import app.oddiya.application.planning.RevisePlan;
import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.apps.stores.junit.SnsExtension;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.Party;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanPhones.Phone;
import app.oddiya.domain.planning.plan.PlanPhones.Platform;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.Eventually;
import app.oddiya.domain.testkit.time.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sns.SnsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The story of a plan that rain is forecast for: somebody has made it, the weather turns three
/// days before, the watch finds out, has one stop exchanged, tells the phone, and the traveller
/// accepts.
///
/// Plans are where they really are, messages go where SNS would take them, and planning is what
/// llm-agent does; only what providers say comes out of a hat.
class RainOnTheWayTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final SnsExtension SNS = new SnsExtension();

  private static final UserId MINJI = new UserId(90_001);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final GeoPoint MIDDLE = new GeoPoint(35.18, 129.08);

  /// Three days after the clock's day.
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 17);

  private final SettableClock clock = new SettableClock();
  private final MemoryPlaces places = places();
  private final MemoryHolidays holidays = new MemoryHolidays(2026, 2027);
  private final MemoryTravelTimes ways = new MemoryTravelTimes();
  private final MemoryWeather weather = new MemoryWeather();
  private final MemoryExchangeRates rates = new MemoryExchangeRates();

  @Test
  void aStopInTheRainIsExchangedAfterItsTravellerHasAgreed() {
    Database database = database();
    try (RunningPlan service = RunningPlan.on(POSTGRES);
        SnsClient sns = sns()) {
      Plan plan = planInTheSun(database);
      Stop park = park(plan);
      LocalDate date = dayOf(park, plan);
      weather.on(date, rain(date, park.arrive(), 2.5));
      Phone phone = phone(sns);

      try (BackgroundLoop _ = watch(database, sns, phone)) {
        Eventually.holds("the phone is told", PATIENCE, () -> !told(phone).isEmpty());
      }

      JsonNode message = told(phone).getFirst();
      assertThat(told(phone)).hasSize(1);
      assertThat(message.path("planId").asString()).isEqualTo(plan.id().toString());
      String path = "/api/v1/plans/" + plan.id();
      String revision = path + "/revisions/" + message.path("revisionId").asString();
      JsonNode before = read(service, path);
      JsonNode proposed = read(service, revision);
      assertThat(before.path("days").toString()).contains(park.id().toString());
      assertOnlyTheParkIsExchanged(proposed, park, plan);

      HttpResponse<String> accepted =
          service.send(service.as(MINJI, revision + "/accept").POST(BodyPublishers.noBody()));

      assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
      JsonNode after = read(service, path);
      assertThat(after).isEqualTo(JsonMapper.shared().readTree(accepted.body()));
      assertThat(after.path("days")).isEqualTo(proposed.at("/proposal/days"));
      assertThat(after.path("days"))
          .allSatisfy(
              day ->
                  assertThat(day.path("stops"))
                      .allSatisfy(
                          stop ->
                              assertThat(stop.at("/checks/weather/verdict").asString())
                                  .isEqualTo("pass")));
    } finally {
      database.close();
    }
  }

  private static void assertOnlyTheParkIsExchanged(JsonNode revision, Stop park, Plan plan) {
    List<String> kept = new ArrayList<>();
    revision
        .at("/proposal/days")
        .forEach(day -> day.path("stops").forEach(stop -> kept.add(stop.path("id").asString())));
    List<String> others =
        plan.trip().days().stream()
            .flatMap(day -> day.stops().stream())
            .map(stop -> stop.id().toString())
            .filter(id -> !id.equals(park.id().toString()))
            .toList();
    assertThat(kept).containsAll(others).doesNotContain(park.id().toString());
    assertThat(kept).hasSize(others.size() + 1);
  }

  private Plan planInTheSun(Database database) {
    weather.on(TUESDAY, rain(TUESDAY, LocalTime.NOON, 0));
    weather.on(TUESDAY.plusDays(1), rain(TUESDAY.plusDays(1), LocalTime.NOON, 0));
    Plans plans = PlanningPostgresModule.plans(database, PlanView.scribe());
    var generated =
        new GeneratePlan(
                new DraftPlan(
                    places, holidays, ways, weather, rates, clock, UUID::randomUUID, Effort.USUAL),
                PlanningPostgresModule.heldPlaces(database),
                plans,
                PlanningPostgresModule.tombstones(database),
                clock)
            .generate(MINJI, wish(), _ -> {}, Deadline.in(PATIENCE, clock));
    return ((Generation.Stored) generated).plan();
  }

  private static PlanRequest wish() {
    return new PlanRequest(
        new Destination.Named("Busan"),
        TUESDAY,
        TUESDAY.plusDays(1),
        new Party(2, 0),
        Optional.empty(),
        List.of("nature"),
        Pace.BALANCED,
        List.of(),
        List.of(),
        Optional.empty(),
        Language.KO,
        Optional.empty());
  }

  /// The only stop that is outdoors.
  private static Stop park(Plan plan) {
    return plan.trip().days().stream()
        .flatMap(day -> day.stops().stream())
        .filter(stop -> stop.placeId().id().equals("park"))
        .findFirst()
        .orElseThrow();
  }

  private static LocalDate dayOf(Stop stop, Plan plan) {
    return plan.trip().days().stream()
        .filter(day -> day.stops().contains(stop))
        .findFirst()
        .orElseThrow()
        .date();
  }

  private static MemoryPlaces places() {
    var name = new LocalText("부산", Map.of(Language.EN, "Busan"));
    var places = new MemoryPlaces().knowing(new Area(Optional.of(name), MIDDLE, 15));
    places.knowing(Trips.park("park", at(2, 1)));
    for (int i = 1; i <= 16; i++) {
      places.knowing(Trips.museum("museum-" + i, at(i % 4, i / 4)));
    }
    for (int i = 1; i <= 3; i++) {
      places.knowing(Trips.restaurant("restaurant-" + i, at(i, 2)));
    }
    return places;
  }

  private static GeoPoint at(int east, int north) {
    return new GeoPoint(MIDDLE.lat() + north / 200.0, MIDDLE.lng() + east / 200.0);
  }

  private Database database() {
    return PostgresModule.database(
        new PostgresConfig(
            POSTGRES.jdbcUrl(),
            POSTGRES.user("plan_service"),
            POSTGRES.password("plan_service"),
            4,
            PostgresConfig.Schema.PLAN),
        clock);
  }

  private static SnsClient sns() {
    return AwsModule.sns(
        AwsModule.clients(
            new AwsConfig(
                SNS.region(),
                Optional.of(new AwsConfig.Keys(SNS.accessKeyId(), SNS.secretAccessKey())),
                Optional.empty(),
                Optional.empty(),
                Optional.of(SNS.endpoint()))));
  }

  private static Phone phone(SnsClient sns) {
    return new Phone(
        Platform.ANDROID,
        sns.createPlatformEndpoint(
                endpoint ->
                    endpoint
                        .platformApplicationArn(SNS.fcmArn())
                        .token(UUID.randomUUID().toString()))
            .endpointArn(),
        "ko");
  }

  /// The data of each message that SNS would have sent to a phone.
  private static List<JsonNode> told(Phone phone) {
    return read(SNS.published())
        .lines()
        .map(line -> JsonMapper.shared().readTree(line).path("message"))
        .filter(message -> message.path("target").asString().equals(phone.endpoint()))
        .map(message -> JsonMapper.shared().readTree(message.path("payload").asString()))
        .map(payload -> payload.at("/fcmV1Message/message/data"))
        .toList();
  }

  private static String read(URI address) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static JsonNode read(RunningPlan service, String path) {
    HttpResponse<String> answer = service.send(service.as(MINJI, path));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private BackgroundLoop watch(Database database, SnsClient sns, Phone phone) {
    var checker = new CheckPlan(places, holidays, ways, weather, rates, clock, UUID::randomUUID);
    var phones = new MemoryPlanPhones();
    phones.put(MINJI, List.of(phone));
    return PlanComponent.Parts.planWatch(
        PlanningPostgresModule.watches(database),
        PlanningPostgresModule.plans(database, PlanView.scribe()),
        checker,
        new RevisePlan(checker, places, holidays, ways, clock),
        PlanningPostgresModule.revisions(database),
        phones,
        new RarePushes(
            () -> PlanningPushModule.pushes(sns, clock),
            () -> {
              throw new AssertionError("the clients are the test's own");
            }),
        clock);
  }

  /// A forecast of rain around a time, and else of none.
  private static DayWeather rain(LocalDate date, LocalTime at, double millimetres) {
    int wet = at.getHour() / 3;
    return new DayWeather.Forecast(
        8,
        15,
        IntStream.range(0, 8)
            .mapToObj(i -> new DayWeather.Rain(date.atTime(i * 3, 0), i == wet ? millimetres : 0))
            .toList());
  }
}
