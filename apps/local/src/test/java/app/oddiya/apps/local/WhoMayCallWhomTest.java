package app.oddiya.apps.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.local.trip.Phone;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The arrows between services: all that may be, tried one by one against the running services, and
/// nothing beside them.
class WhoMayCallWhomTest {

  @RegisterExtension static final SharedSystem system = new SharedSystem();

  /// Every internal route and who may call it. What is missing here and answered there, or the
  /// other way round, fails.
  private static final Set<Arrow> ARROWS =
      Set.of(
          new Arrow("auth", "user", "POST /internal/users"),
          new Arrow("video-worker", "user", "GET /internal/users/{id}/devices"),
          new Arrow("plan", "user", "GET /internal/users/{id}/devices"),
          new Arrow("plan", "llm-agent", "POST /internal/plan-generations"),
          new Arrow("plan", "llm-agent", "POST /internal/checks"),
          new Arrow("plan", "llm-agent", "GET /internal/places"),
          new Arrow("plan", "llm-agent", "POST /internal/plan-revisions"),
          new Arrow("video", "plan", "GET /internal/plans/{id}"),
          new Arrow("user", "auth", "DELETE /internal/users/{id}"),
          new Arrow("user", "auth", "GET /internal/users/{id}/export"),
          new Arrow("user", "plan", "DELETE /internal/users/{id}"),
          new Arrow("user", "plan", "GET /internal/users/{id}/export"),
          new Arrow("user", "video", "DELETE /internal/users/{id}"),
          new Arrow("user", "video", "GET /internal/users/{id}/export"));

  private static final String NOBODY = "999999999999";
  private static final HttpClient http = HttpClient.newHttpClient();
  private static String ada = "";
  private static String adasToken = "";

  private record Arrow(String caller, String callee, String call) implements Comparable<Arrow> {

    @Override
    public int compareTo(Arrow other) {
      return toString().compareTo(other.toString());
    }
  }

  @BeforeAll
  static void adaSignsIn() {
    try (Phone phone = new Phone(system.gateway(), line -> {})) {
      phone.signIn(TripWish.stranger("google"));
      ada = phone.me().path("id").stringValue("");
      adasToken = phone.accessToken();
    }
  }

  @AfterAll
  static void hangUp() {
    http.close();
  }

  @Test
  void thereAreTheseArrowsAndNoOthers() throws Exception {
    Set<Arrow> found = new TreeSet<>();
    for (ServiceName callee : ServiceName.values()) {
      for (ApiDocument.Route route : internalRoutesOf(callee)) {
        for (ServiceName caller : ServiceName.values()) {
          String token = token(caller, callee, keyOf(caller));
          int status = call(callee, route, Optional.of(token), Optional.of(adasToken)).statusCode();
          if (status == 403) {
            continue;
          }
          assertThat(status)
              .as("%s calls %s %s", caller, callee, route.text())
              .isNotIn(401, 500, 501, 502);
          found.add(new Arrow(caller.label(), callee.label(), route.text()));
        }
      }
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(ARROWS);
  }

  @Test
  void aCallerIsWhoseKeyHasSignedForThisVeryCallee() throws Exception {
    for (Arrow arrow : ARROWS) {
      ServiceName caller = service(arrow.caller);
      ServiceName callee = service(arrow.callee);
      ServiceName another = another(caller, callee);
      ApiDocument.Route route = route(callee, arrow.call);
      RSAKey key = keyOf(caller);
      Map<String, String> tokens =
          Map.of(
              "signed by another service",
              token(caller, callee, keyOf(another)),
              "made for another service",
              token(caller, another, key),
              "an access token",
              adasToken,
              "no token at all",
              "x");
      for (Map.Entry<String, String> bad : tokens.entrySet()) {
        assertThat(call(callee, route, Optional.of(bad.getValue()), Optional.of(adasToken)))
            .as("%s: %s", arrow, bad.getKey())
            .returns(401, HttpResponse::statusCode);
      }
      assertThat(call(callee, route, Optional.empty(), Optional.of(adasToken)))
          .as("%s: a user instead of a service", arrow)
          .returns(401, HttpResponse::statusCode);
    }
  }

  @Test
  void whatIsDoneForAUserNeedsThatUsersOwnToken() throws Exception {
    for (Arrow arrow : ARROWS) {
      ServiceName callee = service(arrow.callee);
      ApiDocument.Route route = route(callee, arrow.call);
      if (route.asks("bearer")) {
        String token = token(service(arrow.caller), callee, keyOf(service(arrow.caller)));
        assertThat(call(callee, route, Optional.of(token), Optional.empty()))
            .as("%s without a user's token", arrow)
            .returns(401, HttpResponse::statusCode);
        assertThat(call(callee, route, Optional.of(token), Optional.of(tokenOfBob())))
            .as("%s with somebody else's token", arrow)
            .returns(401, HttpResponse::statusCode);
      }
    }
  }

  @Test
  void everyServiceAsksForTheUsersTokenItself() throws Exception {
    int asked = 0;
    for (ServiceName callee : ServiceName.values()) {
      for (ApiDocument.Route route : routesOf(callee)) {
        if (route.asks("bearer") && !route.asks("internal")) {
          assertThat(call(callee, route, Optional.empty(), Optional.empty()))
              .as("%s %s past the gateway", callee, route.text())
              .returns(401, HttpResponse::statusCode)
              .satisfies(
                  answer ->
                      assertThat(answer.headers().firstValue("WWW-Authenticate"))
                          .hasValueSatisfying(it -> assertThat(it).startsWith("Bearer")));
          asked++;
        }
      }
    }
    assertThat(asked).isGreaterThan(10);
  }

  @Test
  void nothingInternalIsBehindTheGateway() throws Exception {
    for (ApiDocument.Route route : ApiDocument.routesOf(system.gateway())) {
      assertThat(route.path()).doesNotContain("internal");
    }
    for (Arrow arrow : ARROWS) {
      ServiceName caller = service(arrow.caller);
      ServiceName callee = service(arrow.callee);
      String token = token(caller, callee, keyOf(caller));
      HttpResponse<String> answer =
          call(
              system.gateway(),
              route(callee, arrow.call),
              Optional.of(token),
              Optional.of(adasToken));
      assertThat(answer.statusCode()).as("%s through the gateway", arrow).isEqualTo(404);
    }
  }

  private static List<ApiDocument.Route> internalRoutesOf(ServiceName service)
      throws IOException, InterruptedException {
    return routesOf(service).stream().filter(route -> route.asks("internal")).toList();
  }

  /// The worker has no port for callers, so nobody can ask it anything.
  private static List<ApiDocument.Route> routesOf(ServiceName service)
      throws IOException, InterruptedException {
    return service == ServiceName.VIDEO_WORKER
        ? List.of()
        : ApiDocument.routesOf(system.door(service));
  }

  private static ApiDocument.Route route(ServiceName callee, String text)
      throws IOException, InterruptedException {
    return internalRoutesOf(callee).stream()
        .filter(route -> route.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(callee + " has no " + text));
  }

  private static HttpResponse<String> call(
      ServiceName callee, ApiDocument.Route route, Optional<String> internal, Optional<String> user)
      throws IOException, InterruptedException {
    return call(system.door(callee), route, internal, user);
  }

  private static HttpResponse<String> call(
      URI door, ApiDocument.Route route, Optional<String> internal, Optional<String> user)
      throws IOException, InterruptedException {
    // Whoever may call is answered 400, 404, 415 and the like; nothing is done to anybody.
    String path =
        route.filled(
            Map.of(
                "id",
                NOBODY,
                "jobId",
                NOBODY,
                "deviceId",
                "phone",
                "stopId",
                "x",
                "n",
                "1",
                "revisionId",
                "x"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(door.resolve(path))
            .method(route.method(), HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(20))
            .header("X-User-Id", ada);
    internal.ifPresent(token -> request.header("Oddiya-Internal-Token", token));
    user.ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String tokenOfBob() {
    try (Phone phone = new Phone(system.gateway(), line -> {})) {
      phone.signIn(TripWish.stranger("apple"));
      return phone.accessToken();
    }
  }

  /// Made for Ada, by whatever key.
  private static String token(ServiceName caller, ServiceName callee, RSAKey key)
      throws JOSEException {
    Instant now = Instant.now();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("oddiya-internal+jwt"))
                .keyID(key.getKeyID())
                .build(),
            new JWTClaimsSet.Builder()
                .issuer(caller.label())
                .audience(callee.label())
                .subject(ada)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private static RSAKey keyOf(ServiceName service) throws IOException, ParseException {
    return RSAKey.parse(
        Files.readString(Path.of(system.setting(service.variable("INTERNAL_KEY")))));
  }

  private static ServiceName service(String label) {
    for (ServiceName service : ServiceName.values()) {
      if (service.label().equals(label)) {
        return service;
      }
    }
    throw new AssertionError("no service " + label);
  }

  private static ServiceName another(ServiceName one, ServiceName two) {
    for (ServiceName service : ServiceName.values()) {
      if (service != one && service != two) {
        return service;
      }
    }
    throw new AssertionError("there are seven");
  }
}
