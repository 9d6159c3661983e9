package app.oddiya.apps.plan;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.InternalTokens;
import app.oddiya.adapters.http.Origin;
import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.memory.identity.MemoryTokenSigner;
import app.oddiya.adapters.memory.planning.MemoryHeldPlaces;
import app.oddiya.adapters.memory.planning.MemoryPlanWriter;
import app.oddiya.adapters.memory.planning.MemoryPlans;
import app.oddiya.adapters.memory.planning.MemoryRevisions;
import app.oddiya.adapters.memory.planning.MemoryShares;
import app.oddiya.adapters.postgres.Database;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.postgres.PostgresModule;
import app.oddiya.adapters.postgres.planning.PlanningPostgresModule;
import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Service;
import app.oddiya.adapters.web.Web;
import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.domain.identity.session.VerificationKey;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.place.HeldPlaces;
import app.oddiya.domain.planning.plan.GenerationKeys;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Revisions;
import app.oddiya.domain.planning.plan.Shares;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// The plan service on ports that a test chooses, with users and siblings to call it.
final class RunningPlan implements AutoCloseable {

  static final URI PUBLIC_URL = URI.create("https://oddiya.example");

  private static final InstantSource CLOCK = InstantSource.system();
  private static final MemoryTokenSigner ISSUER = new MemoryTokenSigner();
  private static final AtomicLong LAST_NEWCOMER = new AtomicLong(100_000);
  private static final Map<String, RSAKey> SIBLINGS = Map.of("video", key(), "user", key());

  private final RunningService service;
  private final HttpClient http = HttpClient.newHttpClient();

  private RunningPlan(RunningService service) {
    this.service = service;
  }

  /// With a model that writes what [Wishes] say, and everything stored where it really is.
  static RunningPlan on(PostgresExtension postgres) {
    return on(postgres, Agents.friendly());
  }

  static RunningPlan on(PostgresExtension postgres, Agents agents) {
    return on(postgres, agents, new Counted());
  }

  static RunningPlan on(PostgresExtension postgres, Agents agents, Counted store) {
    Database database =
        PostgresModule.database(
            new PostgresConfig(
                postgres.jdbcUrl(),
                postgres.user("plan_service"),
                postgres.password("plan_service"),
                4,
                PostgresConfig.Schema.PLAN),
            CLOCK);
    return on(
        new MemoryPlanWriter(Wishes.told(), Wishes.written()),
        store.of(Plans.class, PlanningPostgresModule.plans(database, PlanView.scribe())),
        store.of(HeldPlaces.class, PlanningPostgresModule.heldPlaces(database)),
        store.of(Revisions.class, PlanningPostgresModule.revisions(database)),
        store.of(
            GenerationKeys.class,
            PlanningPostgresModule.generationKeys(database, PlanView.scribe())),
        store.of(Shares.class, PlanningPostgresModule.shares(database)),
        store.of(Tombstones.class, PlanningPostgresModule.tombstones(database)),
        agents,
        database);
  }

  static RunningPlan on(
      PlanWriter writer, MemoryPlans plans, GenerationKeys keys, Tombstones tombstones) {
    return on(
        writer,
        plans,
        new MemoryHeldPlaces(),
        new MemoryRevisions(plans),
        keys,
        new MemoryShares(plans),
        tombstones,
        Agents.friendly(),
        () -> {});
  }

  private static RunningPlan on(
      PlanWriter writer,
      Plans plans,
      HeldPlaces places,
      Revisions revisions,
      GenerationKeys keys,
      Shares shares,
      Tombstones tombstones,
      Agents agents,
      AutoCloseable store) {
    Generations generations =
        PlanComponent.Parts.generations(writer, places, plans, keys, tombstones, CLOCK);
    Map<String, JWKSet> callers = new HashMap<>();
    SIBLINGS.forEach((name, key) -> callers.put(name, new JWKSet(key.toPublicJWK())));
    Web web =
        new Web(
            "plan",
            "127.0.0.1",
            0,
            0,
            "memory",
            URI.create("http://missing.invalid"),
            () -> callers);
    return new RunningPlan(
        Service.of(web)
            .routes(
                PlanComponent.Parts.routes(
                    plans,
                    places,
                    revisions,
                    agents.checker(),
                    agents.reviser(),
                    agents.places(),
                    shares,
                    generations,
                    new ShareRoutes(plans, shares, CLOCK, PUBLIC_URL),
                    tombstones,
                    CLOCK))
            .refusingDeleted(tombstones::isDeleted)
            .keysFrom(RunningPlan::published)
            .closing(store)
            .closing(generations)
            .start());
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  static String published() {
    VerificationKey key = ISSUER.keys(Instant.EPOCH).getFirst();
    return new JWKSet(
            new RSAKey.Builder(Base64URL.encode(key.modulus()), Base64URL.encode(key.exponent()))
                .keyID(key.id())
                .build())
        .toString();
  }

  static String accessToken(UserId user) {
    return ISSUER.sign(user, CLOCK.instant()).value();
  }

  /// What a sibling is answered.
  ///
  /// @param user whom it says that it acts for
  /// @param token the access token that it passes on
  Answer calledBy(String sibling, UserId user, Optional<String> token, Call call) {
    String key = Objects.requireNonNull(SIBLINGS.get(sibling), sibling).toJSONString();
    try (ServiceClients clients =
        ServiceClients.signing(InternalTokens.of(sibling, key, CLOCK), CLOCK)) {
      var origin = new Origin(Optional.of(user), token, Optional.empty());
      return ScopedValue.where(Origin.CURRENT, origin)
          .call(
              () ->
                  clients
                      .to("plan", url(""))
                      .send(call, Deadline.in(Duration.ofSeconds(10), CLOCK)));
    }
  }

  /// A user of whom nothing is stored.
  static UserId newcomer() {
    return new UserId(LAST_NEWCOMER.incrementAndGet());
  }

  /// A request of a user.
  HttpRequest.Builder as(UserId user, String path) {
    return asNobody(path).header("Authorization", "Bearer " + accessToken(user));
  }

  HttpRequest.Builder asNobody(String path) {
    return HttpRequest.newBuilder(url(path));
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + service.port() + path);
  }

  /// A request for a plan.
  HttpRequest.Builder generate(UserId user, String body) {
    return json(user, "/api/v1/plans/generate").POST(BodyPublishers.ofString(body));
  }

  /// The path of a plan that was generated for a user, as [Wishes#WISH] has it.
  String generated(UserId user) {
    HttpResponse<String> answer = send(generate(user, Wishes.WISH));
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new AssertionError(answer.body()));
  }

  HttpResponse<String> get(UserId user, String path) {
    return send(as(user, path));
  }

  HttpResponse<String> post(UserId user, String path, String body) {
    return send(user, "POST", path, body);
  }

  /// With JSON that is sent on no condition.
  HttpResponse<String> send(UserId user, String method, String path, String body) {
    return send(json(user, path).method(method, BodyPublishers.ofString(body)));
  }

  HttpResponse<String> put(UserId user, String path, String ifMatch, String body) {
    return send(json(user, path).header("If-Match", ifMatch).PUT(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> patch(UserId user, String path, String ifMatch, String body) {
    return send(
        as(user, path)
            .header("Content-Type", "application/merge-patch+json")
            .header("If-Match", ifMatch)
            .method("PATCH", BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder json(UserId user, String path) {
    return as(user, path).header("Content-Type", "application/json");
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request.build(), body);
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    // First, so that the service need not wait for connections that nobody will use again.
    http.shutdownNow();
    service.stop();
  }
}
