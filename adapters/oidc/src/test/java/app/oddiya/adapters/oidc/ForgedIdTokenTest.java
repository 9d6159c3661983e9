package app.oddiya.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.Confirmation;
import app.oddiya.domain.identity.session.IdentityProvider;
import app.oddiya.domain.identity.session.Secret;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.story.Secrets;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A provider that answers whatever the test wants it to.
class ForgedIdTokenTest {

  private static final RSAKey KEY = rsaKey("current");
  private static final RSAKey OTHER_KEY = rsaKey("current");
  private static final Secret NONCE = Secrets.fresh();

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final HttpServer server;
  private final String issuer;
  private final IdentityProvider google;

  ForgedIdTokenTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = "http://127.0.0.1:" + server.getAddress().getPort();
    google = Providers.at(URI.create(issuer), URI.create(issuer)).of(Provider.GOOGLE);
  }

  @BeforeEach
  void start() {
    answers.put(
        "/.well-known/openid-configuration",
        """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
         "jwks_uri":"%1$s/keys","subject_types_supported":["public"],
         "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}
        """
            .formatted(issuer));
    answers.put("/keys", new JWKSet(List.of(KEY)).toString());
    server.createContext(
        "/",
        exchange -> {
          byte[] answer =
              answers
                  .getOrDefault(exchange.getRequestURI().getPath(), "{}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theTokenThatTheOthersAreForgedFromHolds() {
    assertThat(confirm(signed(it -> it))).isInstanceOf(Confirmation.Confirmed.class);
  }

  @Test
  void anotherAudienceIsRefused() {
    assertRefused(signed(it -> it.audience("somebody-else")));
  }

  @Test
  void anotherAuthorizedPartyIsRefused() {
    List<String> both = List.of(Providers.GOOGLE_CLIENT, "somebody-else");
    assertRefused(signed(it -> it.audience(both).claim("azp", "somebody-else")));
    assertRefused(signed(it -> it.claim("azp", "somebody-else")));
    assertRefused(signed(it -> it.audience(both)));
  }

  @Test
  void anotherIssuerIsRefused() {
    assertRefused(signed(it -> it.issuer("https://elsewhere.example")));
  }

  @Test
  void aTokenOfYesterdayIsRefused() {
    assertRefused(signed(it -> it.expirationTime(Date.from(now().minus(Duration.ofDays(1))))));
  }

  @Test
  void aTokenWithoutNonceOrOfAnotherIsRefused() {
    assertRefused(signed(it -> it.claim("nonce", null)));
    assertRefused(signed(it -> it.claim("nonce", Secrets.fresh().value())));
  }

  @Test
  void anotherKeyUnderTheSameIdIsRefused() {
    assertRefused(signedBy(OTHER_KEY, it -> it));
  }

  @Test
  void aTokenThatNobodySignedIsRefused() {
    assertRefused(new PlainJWT(claims(it -> it)).serialize());
  }

  @Test
  void aTokenSignedWithOurOwnPublicKeyAsAPasswordIsRefused() throws JOSEException {
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(it -> it));
    token.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
    assertRefused(token.serialize());
  }

  @Test
  void aSubjectThatNoProviderMayGiveIsRefused() {
    assertRefused(signed(it -> it.subject("지민")));
    assertRefused(signed(it -> it.subject("x".repeat(256))));
  }

  @Test
  void anAnswerWithoutAnIdTokenOrInNoJsonIsAnOutage() {
    assertOutage("{\"access_token\":\"a\",\"token_type\":\"Bearer\"}");
    assertOutage("<html>");
    assertOutage("x".repeat(300 * 1024));
  }

  private void assertRefused(String idToken) {
    assertThat(confirm(idToken)).isInstanceOf(Confirmation.Refused.class);
  }

  private void assertOutage(String answer) {
    answers.put("/token", answer);
    assertThatThrownBy(() -> google.confirm("code", NONCE, Secrets.fresh(), soon()))
        .isInstanceOf(Unavailable.class);
  }

  private Confirmation confirm(String idToken) {
    answers.put(
        "/token",
        """
        {"access_token":"a","token_type":"Bearer","expires_in":3600,"id_token":"%s"}
        """
            .formatted(idToken));
    return google.confirm("code", NONCE, Secrets.fresh(), soon());
  }

  private String signed(UnaryOperator<JWTClaimsSet.Builder> forge) {
    return signedBy(KEY, forge);
  }

  private String signedBy(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> forge) {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, claims(forge));
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new AssertionError("a private RSA key signs", e);
    }
    return token.serialize();
  }

  private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> forge) {
    return forge
        .apply(
            new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(Providers.GOOGLE_CLIENT)
                .subject("112233")
                .claim("nonce", NONCE.value())
                .issueTime(Date.from(now()))
                .expirationTime(Date.from(now().plusSeconds(600))))
        .build();
  }

  private static Instant now() {
    return InstantSource.system().instant();
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10), InstantSource.system());
  }

  private static RSAKey rsaKey(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new AssertionError("every JDK has RSA", e);
    }
  }
}
