package app.oddiya.adapters.proxy;

import app.oddiya.adapters.web.PortLimits;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Service;
import app.oddiya.adapters.web.Web;
import app.oddiya.adapters.web.limit.LocalLimits;
import app.oddiya.adapters.web.limit.Quota;
import app.oddiya.adapters.web.limit.RateLimitPolicy;
import app.oddiya.adapters.web.limit.RateLimits;
import app.oddiya.adapters.web.token.AccessTokens;
import app.oddiya.domain.shared.Tracer;
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
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A proxy in front of one recording service, with rows of every kind.
final class ProxyFixture implements AutoCloseable {

  static final String ISSUER = "http://localhost:8080";

  static final String APP_ORIGIN = "https://app.example";

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOON);
  private static final RSAKey KEY = newKey();

  static final RateLimitPolicy ANYONE = policy("anyone", 3, RateLimitPolicy.Per.CLIENT);
  static final RateLimitPolicy STRANGER = policy("stranger", 1_000, RateLimitPolicy.Per.CLIENT);
  static final RateLimitPolicy USER = policy("user", 4, RateLimitPolicy.Per.USER);
  static final RateLimitPolicy COSTLY = policy("costly", 2, RateLimitPolicy.Per.USER);

  /// Short, so that a test of what is too slow is not slow itself.
  static final PortLimits IMPATIENT_PORT =
      new PortLimits(16 * 1024, 1_000, Duration.ofMillis(600), Duration.ofMillis(300));

  static final PortLimits USUAL_PORT = PortLimits.usual();

  static final ProxyLimits IMPATIENT_WITH_BODIES =
      limits(512, Duration.ofMillis(300), Duration.ofSeconds(15));

  static final ProxyLimits IMPATIENT = limits(512, Duration.ofMillis(300), Duration.ofMillis(300));

  static final ProxyLimits ROOM_FOR_TWO = limits(2, Duration.ofSeconds(30), Duration.ofSeconds(15));

  private final RecordingUpstream upstream = new RecordingUpstream();
  private final RunningService service;

  ProxyFixture() throws IOException {
    this(new LocalLimits(100, 1_000, CLOCK));
  }

  /// @param rates counts the rows that have some
  ProxyFixture(RateLimits rates) throws IOException {
    this.service = start(upstream.as("plan"), USUAL_PORT, ProxyLimits.usual(), rates);
  }

  ProxyFixture(PortLimits port, ProxyLimits limits) throws IOException {
    this.service = start(upstream.as("plan"), port, limits, new LocalLimits(100, 1_000, CLOCK));
  }

  /// In front of another service than the recording one.
  ProxyFixture(Upstream plan, PortLimits port, ProxyLimits limits) throws IOException {
    this.service = start(plan, port, limits, new LocalLimits(100, 1_000, CLOCK));
  }

  private static RunningService start(
      Upstream plan, PortLimits port, ProxyLimits limits, RateLimits rates) throws IOException {
    ProxyRoutes routes =
        ProxyRoutes.of(
                ProxyRoute.to(plan, "/share/**").bodiesUpTo(1_024),
                ProxyRoute.to(plan, "/users/**").forUsers().bodiesUpTo(1_024),
                ProxyRoute.to(plan, "/big/**").bodiesUpTo(1L << 30),
                ProxyRoute.to(plan, "/slow/**").within(Duration.ofMillis(200)),
                ProxyRoute.to(plan, "/oauth2/**").bodiesUpTo(64).tellingAddress().takingCookies(),
                ProxyRoute.to(plan, "/limited/open/**").bodiesUpTo(4).limitedBy(List.of(ANYONE)),
                ProxyRoute.to(plan, "/limited/twice/**")
                    .forUsers()
                    .limitedBy(List.of(USER, COSTLY)),
                ProxyRoute.to(plan, "/limited/**").forUsers().limitedBy(List.of(USER)),
                ProxyRoute.to(nobody(), "/limited-down/**").limitedBy(List.of(ANYONE)),
                ProxyRoute.to(nobody(), "/down/**"))
            .limitingStrangersBy(List.of(STRANGER));
    AccessTokens tokens =
        new AccessTokens(ISSUER, () -> new JWKSet(KEY.toPublicJWK()).toString(), CLOCK);
    Web web =
        new Web("gateway", "127.0.0.1", 0, 0, ISSUER, URI.create("http://none.invalid"), Map::of);
    return Service.of(web)
        .routes(Routes.of())
        .limits(port)
        .ahead(new Cors(Set.of(APP_ORIGIN)))
        .ahead(new ReverseProxy(routes, tokens, new TrustedProxies(0), limits, rates, Tracer.NONE))
        .start();
  }

  int port() {
    return service.port();
  }

  int privatePort() {
    return service.privatePort();
  }

  RecordingUpstream upstream() {
    return upstream;
  }

  static String token() {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID(KEY.getKeyID())
            .build();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience("oddiya")
            .subject("42")
            .issueTime(Date.from(NOON))
            .expirationTime(Date.from(NOON.plus(Duration.ofHours(1))))
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(KEY));
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
    return token.serialize();
  }

  private static RateLimitPolicy policy(String name, int requests, RateLimitPolicy.Per per) {
    return new RateLimitPolicy(
        name, new Quota(requests, Duration.ofMinutes(1)), per, RateLimitPolicy.Outage.LOCAL);
  }

  private static ProxyLimits limits(int inFlight, Duration body, Duration piece) {
    return new ProxyLimits(8 * 1024, 100, 1_024, inFlight, body, piece, Duration.ofSeconds(1));
  }

  private static Upstream nobody() throws IOException {
    try (RecordingUpstream gone = new RecordingUpstream()) {
      return gone.as("gone");
    }
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("test").generate();
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public void close() {
    service.stop();
    upstream.close();
  }
}
