package app.oddiya.apps.gateway;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Service;
import app.oddiya.adapters.web.Web;
import app.oddiya.adapters.web.json.Json;
import app.oddiya.adapters.web.json.MalformedJson;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/// The services behind a gateway, each with a route or two.
final class Village implements AutoCloseable {

  private static final String ISSUER = "http://localhost:8080";

  record Me(String id) {}

  record Thing(String id) {}

  private final RSAKey key = newKey();
  private final RunningService auth =
      start(
          "auth",
          Route.get("/.well-known/jwks.json", Caller.anyone())
              .summary("Public keys")
              .answers(200, Json.class, "A JWK set")
              .handledBy(call -> Answer.ok(publicKeys())));
  private final RunningService user =
      start(
          "user",
          me("/users/me"),
          me("/api/v1/users/me"),
          Route.post("/internal/users", Caller.internal("auth"))
              .summary("Find or create a user")
              .json(Thing.class)
              .answers(200, Me.class, "The user")
              .handledBy(call -> Answer.ok(new Me("42"))));
  private final RunningService plan =
      start("plan", thing("/share/{token}", "token", Caller.anyone()));
  private final RunningService video =
      start("video", thing("/api/v1/videos/{id}", "id", Caller.user()));

  /// @param cache where a Redis is, or none
  Map<String, String> environment(String cache) {
    return Map.of(
        "ODDIYA_REDIS_CACHE_URL",
        cache,
        "ODDIYA_GATEWAY_PORT",
        "0",
        "ODDIYA_GATEWAY_PRIVATE_PORT",
        "0",
        "ODDIYA_ISSUER",
        ISSUER,
        "ODDIYA_AUTH_URL",
        address(auth),
        "ODDIYA_USER_URL",
        address(user),
        "ODDIYA_PLAN_URL",
        address(plan),
        "ODDIYA_VIDEO_URL",
        address(video));
  }

  /// An access token of user 42.
  String token() throws JOSEException {
    Instant now = Instant.now();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build(),
            new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("oddiya")
                .subject("42")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
                .build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private static Route me(String path) {
    return Route.get(path, Caller.user())
        .summary("Who I am")
        .answers(200, Me.class, "The user")
        .handledBy(call -> Answer.ok(new Me(call.user().toString())));
  }

  private static Route thing(String path, String parameter, Caller caller) {
    return Route.get(path, caller)
        .summary("A thing")
        .answers(200, Thing.class, "The thing")
        .handledBy(call -> Answer.ok(new Thing(call.path(parameter))));
  }

  private RunningService start(String name, Route... routes) {
    Web web = new Web(name, "127.0.0.1", 0, 0, ISSUER, URI.create("http://none.invalid"), Map::of);
    return Service.of(web).routes(Routes.of(routes)).keysFrom(() -> publicKeys().asText()).start();
  }

  private Json publicKeys() {
    try {
      return Json.parse(new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8));
    } catch (MalformedJson impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("village").generate();
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String address(RunningService service) {
    return "http://127.0.0.1:" + service.port();
  }

  @Override
  public void close() {
    List.of(auth, user, plan, video).forEach(RunningService::stop);
  }
}
