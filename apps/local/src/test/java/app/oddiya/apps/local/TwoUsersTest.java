package app.oddiya.apps.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.oddiya.apps.local.ApiDocument.Route;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Ada has things of her own, and Bob tries every public route on them: one test for each route of
/// the OpenAPI document. A route without a rule here fails.
class TwoUsersTest {

  @RegisterExtension static final SharedSystem system = new SharedSystem();

  private static final Map<String, Rule> RULES = rules();

  /// No object has it.
  private static final String NO_ID = "999999999999";

  /// Headers that two equal answers may differ in.
  private static final Set<String> OF_THE_MOMENT =
      Set.of("content-length", "date", "ratelimit", "x-request-id");

  private static final JsonMapper json = JsonMapper.builder().build();

  @TempDir static Path folder;

  private static Person ada;
  private static Person bob;

  /// What has to be tried on a route.
  private sealed interface Rule {

    /// Everybody is answered the same, whoever they are.
    record Open() implements Rule {}

    /// It is about nobody but the caller: what Bob is answered tells nothing of Ada, and what he
    /// does changes nothing of hers.
    ///
    /// @param query that Bob asks with
    /// @param body that Bob sends
    record OwnOnly(String query, String body) implements Rule {
      OwnOnly(String body) {
        this("", body);
      }
    }

    /// It ends the caller, and nobody else.
    record Leaving() implements Rule {}

    /// Its path names an object: Ada's is to Bob as one that does not exist.
    ///
    /// @param maker makes one, to fill into the parameters of the path
    record Named(Function<Person, Map<String, String>> maker) implements Rule {}

    /// Its path names something within the caller's own, so that Bob may use the same name.
    record NamedByOwner(Function<Person, String> maker, String body) implements Rule {}

    /// Its body refers to objects: Ada's are to Bob as ones that do not exist.
    ///
    /// @param bodies each of which Ada may send, and Bob may not
    record Referring(Function<Person, List<Reference>> bodies) implements Rule {}
  }

  /// A body that refers to somebody's objects.
  ///
  /// @param field that refers, and is complained of
  private record Reference(String field, String body) {}

  private static Map<String, Rule> rules() {
    Rule open = new Rule.Open();
    Rule plan = new Rule.Named(owner -> Map.of("id", owner.plan()));
    Rule day = new Rule.Named(owner -> Map.of("id", owner.plan(), "n", "1"));
    Rule revision = new Rule.Named(Person::revision);
    Rule device = new Rule.NamedByOwner(Person::device, "");
    Rule newDevice =
        new Rule.NamedByOwner(
            Person::device, "{\"platform\":\"ios\",\"pushToken\":\"" + UUID.randomUUID() + "\"}");
    Rule me = new Rule.OwnOnly("");
    Rule rename = new Rule.OwnOnly("{\"name\":\"Bob\"}");
    Map<String, Rule> rules = new TreeMap<>();
    rules.put("GET /openapi.json", open);
    rules.put("GET /docs", open);
    rules.put("GET /", open);
    rules.put("GET /app/{file}", open);
    rules.put("GET /.well-known/apple-app-site-association", open);
    rules.put("GET /.well-known/assetlinks.json", open);
    rules.put("GET /jwks.json", open);
    rules.put("GET /.well-known/jwks.json", open);
    rules.put("GET /.well-known/oauth-authorization-server", open);
    rules.put("GET /oauth2/authorize/{provider}", open);
    rules.put("GET /oauth2/callback/google", open);
    rules.put("POST /oauth2/callback/google", open);
    rules.put("POST /oauth2/callback/apple", open);
    rules.put("POST /oauth2/nonces", open);
    rules.put("POST /oauth2/token", open);
    rules.put("POST /oauth2/revoke", open);
    for (String prefix : List.of("", "/api/v1")) {
      rules.put("GET " + prefix + "/users/me", me);
      rules.put("PATCH " + prefix + "/users/me", rename);
      rules.put("DELETE " + prefix + "/users/me", new Rule.Leaving());
      rules.put("GET " + prefix + "/users/me/export", me);
      rules.put("PUT " + prefix + "/users/me/devices/{deviceId}", newDevice);
      rules.put("DELETE " + prefix + "/users/me/devices/{deviceId}", device);
    }
    rules.put("GET /api/v1/plans", me);
    rules.put("POST /api/v1/plans/generate", new Rule.OwnOnly(TripWish.twoDays().toString()));
    rules.put("GET /api/v1/plans/{id}", plan);
    rules.put("DELETE /api/v1/plans/{id}", plan);
    rules.put("PATCH /api/v1/plans/{id}", plan);
    rules.put("POST /api/v1/plans", new Rule.OwnOnly(TripWish.byHand().toString()));
    rules.put("PUT /api/v1/plans/{id}/days/{n}/stops", day);
    rules.put("POST /api/v1/plans/{id}/verify", plan);
    rules.put("POST /api/v1/plans/{id}/revise", plan);
    rules.put("GET /api/v1/plans/{id}/revisions", plan);
    rules.put("GET /api/v1/plans/{id}/revisions/{revisionId}", revision);
    rules.put("POST /api/v1/plans/{id}/revisions/{revisionId}/accept", revision);
    rules.put("GET /api/v1/places", new Rule.OwnOnly("?query=Seoul", ""));
    rules.put("GET /api/v1/plans/{id}.ics", plan);
    rules.put("GET /api/v1/plans/{id}.gpx", plan);
    rules.put("GET /api/v1/plans/{id}.geojson", plan);
    rules.put("POST /api/v1/plans/{id}/share", plan);
    rules.put("DELETE /api/v1/plans/{id}/share", plan);
    rules.put("GET /share/{token}", open);
    rules.put("GET /api/v1/videos", me);
    rules.put("GET /api/v1/videos/templates", me);
    rules.put(
        "POST /api/v1/videos/uploads",
        new Rule.OwnOnly(
            "{\"files\":[{\"kind\":\"photo\",\"contentType\":\"image/jpeg\",\"bytes\":5}]}"));
    rules.put("POST /api/v1/videos", new Rule.Referring(TwoUsersTest::filmsOf));
    rules.put("GET /api/v1/videos/{jobId}", new Rule.Named(owner -> Map.of("jobId", owner.job())));
    rules.put(
        "DELETE /api/v1/videos/{jobId}", new Rule.Named(owner -> Map.of("jobId", owner.job())));
    return rules;
  }

  private static List<Reference> filmsOf(Person owner) {
    List<String> photos = owner.uploads();
    return List.of(
        new Reference("/photoUrls", film(photos, "")),
        new Reference("/planId", film(photos, owner.plan())));
  }

  private static String film(List<String> photos, String planId) {
    ObjectNode film = json.createObjectNode();
    photos.forEach(film.putArray("photoUrls")::add);
    film.put("template", "basic").put("aspect", "9:16").put("seconds", 15);
    if (!planId.isEmpty()) {
      film.put("planId", planId);
    }
    return film.toString();
  }

  @BeforeAll
  static void twoPeopleSignIn() {
    ada = new Person(system.gateway(), folder);
    bob = new Person(system.gateway(), folder);
  }

  @AfterAll
  static void theyLeave() {
    ada.close();
    bob.close();
  }

  @TestFactory
  Stream<DynamicTest> aStrangerGetsNothing() throws Exception {
    return ApiDocument.routesOf(system.gateway()).stream()
        .map(route -> dynamicTest(route.text(), () -> tryOn(route)));
  }

  @Test
  void everyRouteHasARuleAndEveryRuleARoute() throws Exception {
    Set<String> routes =
        ApiDocument.routesOf(system.gateway()).stream()
            .map(Route::text)
            .collect(Collectors.toSet());
    assertThat(RULES.keySet()).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void aNewRouteIsSeenToHaveNoRule() {
    Route added = new Route("GET", "/api/v1/diaries/{id}", Set.of("bearer"));
    assertThat(RULES).doesNotContainKey(added.text());
    assertThat(failureOf(added)).hasMessageContaining("no rule");
  }

  private static Throwable failureOf(Route route) {
    try {
      tryOn(route);
    } catch (AssertionError expected) {
      return expected;
    }
    throw new AssertionError("an unknown route passed");
  }

  private static void tryOn(Route route) {
    Rule rule = RULES.get(route.text());
    if (rule == null) {
      throw new AssertionError(route.text() + " has no rule: say whose it is");
    }
    boolean isOpen = rule instanceof Rule.Open;
    assertThat(route.asks("bearer")).as("asks for a token").isEqualTo(!isOpen);
    if (!isOpen) {
      assertThat(bob.askUnsigned(route.method(), route.filled(nothing(route))).statusCode())
          .as("without a token in its header")
          .isEqualTo(401);
    }
    switch (rule) {
      case Rule.Open() -> isTheSameForAll(route);
      case Rule.OwnOnly(String query, String body) -> isAboutTheCaller(route, query, body);
      case Rule.Leaving() -> endsNobodyElse(route);
      case Rule.Named(var maker) -> isHiddenFromOthers(route, maker.apply(ada));
      case Rule.NamedByOwner(var maker, String body) ->
          isApartForEach(route, maker.apply(ada), body);
      case Rule.Referring(var bodies) -> takesOnlyOwn(route, bodies.apply(ada));
    }
  }

  private static void isTheSameForAll(Route route) {
    String path = route.filled(nothing(route));
    HttpResponse<String> answer = bob.ask(route.method(), path);
    assertThat(answer.statusCode()).isNotIn(401, 403).isLessThan(500);
    assertThat(answer.body()).doesNotContain(ada.email());
  }

  private static void isAboutTheCaller(Route route, String query, String body) {
    List<String> before = everythingOf(ada);
    HttpResponse<String> answer = bob.ask(route.method(), route.path() + query, Map.of(), body);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    assertThat(text(answer)).doesNotContain(ada.email());
    assertThat(everythingOf(ada)).isEqualTo(before);
  }

  private static void endsNobodyElse(Route route) {
    List<String> before = everythingOf(ada);
    try (Person carol = new Person(system.gateway(), folder)) {
      assertThat(carol.ask(route.method(), route.path()).statusCode()).isEqualTo(202);
      assertThat(carol.ask("GET", "/users/me").statusCode()).isEqualTo(404);
    }
    assertThat(everythingOf(ada)).isEqualTo(before);
  }

  /// The body, of an archive all that is in it.
  private static String text(HttpResponse<String> answer) {
    boolean isArchive =
        answer.headers().firstValue("Content-Type").filter("application/zip"::equals).isPresent();
    if (!isArchive) {
      return answer.body();
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.ISO_8859_1);
    StringBuilder text = new StringBuilder();
    try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        text.append(entry.getName())
            .append('\n')
            .append(new String(archive.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(text).as("of the caller").contains(bob.email());
    return text.toString();
  }

  private static void isHiddenFromOthers(Route route, Map<String, String> object) {
    List<String> before = everythingOf(ada);
    String path = route.filled(object);
    HttpResponse<String> answer = bob.ask(route.method(), path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
    HttpResponse<String> ofNothing = bob.ask(route.method(), route.filled(nothing(route)));
    assertThat(told(answer)).as("as for an object that does not exist").isEqualTo(told(ofNothing));
    assertThat(everythingOf(ada)).isEqualTo(before);
    assertThat(ada.ask(route.method(), path).statusCode())
        .as("its owner finds it")
        .isNotEqualTo(404);
  }

  private static void isApartForEach(Route route, String name, String body) {
    List<String> before = everythingOf(ada);
    String path = route.filled(Map.of(parameter(route), name));
    HttpResponse<String> answer = bob.ask(route.method(), path, Map.of(), body);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    assertThat(everythingOf(ada)).isEqualTo(before);
  }

  private static void takesOnlyOwn(Route route, List<Reference> references) {
    for (Reference reference : references) {
      HttpResponse<String> answer = send(bob, route, reference);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(complaints(answer))
          .as("about Ada's, as about what does not exist")
          .anySatisfy(it -> assertThat(it).startsWith(reference.field).endsWith(" not_found"));
      HttpResponse<String> own = send(ada, route, reference);
      assertThat(own.statusCode()).as("her own: " + own.body()).isBetween(200, 299);
      ada.awaitEndOf(json.readTree(own.body()).path("jobId").stringValue(""));
    }
  }

  private static HttpResponse<String> send(Person person, Route route, Reference reference) {
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    return person.ask(route.method(), route.path(), key, reference.body);
  }

  /// Each as `/pointer code`.
  private static List<String> complaints(HttpResponse<String> answer) {
    List<String> complaints = new ArrayList<>();
    for (JsonNode error : json.readTree(answer.body()).path("errors")) {
      complaints.add(
          error.path("pointer").stringValue("") + " " + error.path("code").stringValue(""));
    }
    return complaints;
  }

  /// What an answer tells beyond when and to which request it was given.
  private static String told(HttpResponse<String> answer) {
    ObjectNode problem = (ObjectNode) json.readTree(answer.body());
    problem.remove(List.of("instance", "requestId"));
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.keySet().removeIf(name -> OF_THE_MOMENT.contains(name));
    return answer.statusCode() + " " + headers + " " + problem;
  }

  /// All that Ada can read of her own.
  private static List<String> everythingOf(Person person) {
    return Stream.of("/users/me", "/api/v1/plans", "/api/v1/videos")
        .map(path -> person.ask("GET", path))
        .peek(answer -> assertThat(answer.statusCode()).isEqualTo(200))
        .map(HttpResponse::body)
        .toList();
  }

  /// What no object is called by.
  private static Map<String, String> nothing(Route route) {
    Map<String, String> nothing = new TreeMap<>();
    nothing.put("provider", "google");
    nothing.put("n", "1");
    nothing.put("revisionId", "00000000-0000-0000-0000-000000000000");
    nothing.putIfAbsent(parameter(route), NO_ID);
    return nothing;
  }

  /// The first parameter of its path, or one that no path has.
  private static String parameter(Route route) {
    int from = route.path().indexOf('{');
    return from < 0 ? "none" : route.path().substring(from + 1, route.path().indexOf('}'));
  }
}
