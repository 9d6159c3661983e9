package app.oddiya.adapters.web.token;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.web.Issuer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Access tokens as nobody would make them who means well, put together from text. All but the
/// forgeries are signed with the issuer's own key: it is what they say that has to be refused.
class HostileTokensTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}";
  private static final String CLAIMS =
      """
      {"iss":"%s","aud":"oddiya","sub":"7","exp":%d}"""
          .formatted(Issuer.NAME, NOW.plusSeconds(60).getEpochSecond());

  private final Issuer issuer = new Issuer("k1");
  private final AtomicInteger fetches = new AtomicInteger();
  private final AccessTokens tokens =
      new AccessTokens(
          Issuer.NAME,
          () -> {
            fetches.incrementAndGet();
            return issuer.fetch();
          },
          () -> NOW);

  @Test
  void theTokenThatTheOthersAreMadeFromIsGood() {
    assertThat(tokens.verify(issuer.compact(HEADER, CLAIMS))).isPresent();
  }

  // Algorithms

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "None",
        "NONE",
        "nOnE",
        "",
        "HS256",
        "HS384",
        "HS512",
        "RS1",
        "RS384",
        "RS512",
        "rs256",
        "RS256 ",
        "PS256",
        "PS384",
        "PS512",
        "ES256",
        "ES256K",
        "ES384",
        "ES512",
        "EdDSA",
        "Ed25519",
        "RSA-OAEP",
        "dir"
      })
  void anotherAlgorithmIsRefusedWithoutAFetch(String algorithm) {
    assertRefusedUnread(HEADER.replace("RS256", algorithm));
    assertThat(tokens.verify(unsigned(HEADER.replace("RS256", algorithm)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "true", "[\"RS256\"]", "{\"RS256\":1}"})
  void anAlgorithmThatIsNoTextIsRefusedWithoutAFetch(String algorithm) {
    assertRefusedUnread(HEADER.replace("\"RS256\"", algorithm));
  }

  /// The attack on verifiers that let a token choose: RFC 8725, section 2.1.
  @Test
  void thePublicKeyIsNoPassword() throws JOSEException {
    RSAPublicKey key = issuer.publicKeys().getKeys().getFirst().toRSAKey().toRSAPublicKey();
    String base64 = Base64.getMimeEncoder().encodeToString(key.getEncoded());
    List<byte[]> passwords =
        List.of(
            key.getEncoded(),
            key.getModulus().toByteArray(),
            issuer.fetch().getBytes(StandardCharsets.UTF_8),
            ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.UTF_8));
    for (byte[] password : passwords) {
      String input =
          Base64URL.encode(HEADER.replace("RS256", "HS256")) + "." + Base64URL.encode(CLAIMS);
      var signature =
          new MACSigner(password)
              .sign(new JWSHeader(JWSAlgorithm.HS256), input.getBytes(StandardCharsets.US_ASCII));
      assertThat(tokens.verify(input + "." + signature)).isEmpty();
    }
    assertThat(fetches).hasValue(0);
  }

  // Headers

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"jku\":\"http://127.0.0.1:1/jwks.json\"",
        "\"x5u\":\"http://127.0.0.1:1/chain.pem\"",
        "\"x5c\":[\"MIIB\"]",
        "\"jwk\":{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}",
        "\"jwk\":{\"kty\":\"oct\",\"k\":\"AQAB\"}",
        "\"crit\":[\"exp\"]",
        "\"crit\":[]",
        "\"crit\":[\"b64\"],\"b64\":false",
        "\"b64\":false",
        "\"b64\":true,\"crit\":[\"b64\"]",
        "\"crit\":\"exp\"",
        "\"zip\":\"DEF\"",
        "\"enc\":\"A256GCM\""
      })
  void aHeaderThatAsksForMoreIsRefusedWithoutAFetch(String more) {
    assertRefusedUnread(HEADER.replace("}", "," + more + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\",\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}",
        "{\"alg\":\"RS256\",\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}",
        "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"typ\":\"JWT\",\"kid\":\"k1\"}",
        "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"k2\",\"kid\":\"k1\"}",
        "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"k2\",\"\\u006bid\":\"k1\"}"
      })
  void aHeaderThatSaysSomethingTwiceIsRefusedWithoutAFetch(String header) {
    assertRefusedUnread(header);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "null", "[\"k1\"]", "{\"k1\":1}"})
  void aKeyIdThatIsNoTextIsRefusedWithoutAFetch(String kid) {
    assertRefusedUnread(HEADER.replace("\"k1\"", kid));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "K1",
        "k1 ",
        " k1",
        "k1\\u0000",
        "../k1",
        "/k1",
        "k1/../k1",
        "file:///etc/passwd",
        "http://127.0.0.1:1/k1",
        "k1' or '1'='1",
        "k1\\r\\nX: y",
        "%6b1",
        "ｋ1",
        "*"
      })
  void aKeyIdIsANameAndNothingElse(String kid) {
    assertThat(tokens.verify(issuer.compact(HEADER.replace("k1", kid), CLAIMS))).isEmpty();
    assertThat(fetches.get()).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " at+jwt",
        "at+jwt;v=1",
        "at-jwt",
        "application/application/at+jwt",
        "AT+JWT\\u0000"
      })
  void aTypeThatOnlyLooksLikeItIsRefusedWithoutAFetch(String type) {
    assertRefusedUnread(HEADER.replace("at+jwt", type));
  }

  // Claims

  @ParameterizedTest
  @ValueSource(strings = {"\"oddiya\"", "[\"oddiya\"]", "[\"other\",\"oddiya\"]"})
  void theAudienceIsATextOrAListOfThem(String audience) {
    assertThat(tokens.verify(with("\"aud\":\"oddiya\"", "\"aud\":" + audience))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "1",
        "[1]",
        "[[\"oddiya\"]]",
        "{\"oddiya\":1}",
        "\"Oddiya\"",
        "\"oddiya \"",
        "\"other oddiya\"",
        "[\"other\",null]",
        "\"\""
      })
  void anotherAudienceIsRefused(String audience) {
    assertThat(tokens.verify(with("\"aud\":\"oddiya\"", "\"aud\":" + audience))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"2026-11-24\"", "{}", "[]", "true", "-1", "0"})
  void anEndThatIsNoneIsRefused(String expires) {
    assertThat(tokens.verify(claims("\"exp\":[0-9]+", "\"exp\":" + expires))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-60", "-61", "-3600"})
  void aTokenEndsAMinuteAfterItsEnd(long seconds) {
    long expires = NOW.getEpochSecond() + seconds;
    assertThat(tokens.verify(claims("\"exp\":[0-9]+", "\"exp\":" + expires))).isEmpty();
    assertThat(tokens.verify(claims("\"exp\":[0-9]+", "\"exp\":" + (NOW.getEpochSecond() - 59))))
        .isPresent();
  }

  @Test
  void aTokenBeginsAMinuteBeforeItsBeginning() {
    long now = NOW.getEpochSecond();
    assertThat(tokens.verify(with("\"sub\"", "\"nbf\":" + (now + 60) + ",\"sub\""))).isPresent();
    assertThat(tokens.verify(with("\"sub\"", "\"nbf\":" + (now + 61) + ",\"sub\""))).isEmpty();
    assertThat(tokens.verify(with("\"sub\"", "\"nbf\":\"later\",\"sub\""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"iss\":\"%s\",\"aud\":\"oddiya\",\"sub\":\"7\",\"sub\":\"8\",\"exp\":%d}",
        "{\"iss\":\"%s\",\"aud\":\"oddiya\",\"sub\":\"7\",\"s\\u0075b\":\"8\",\"exp\":%d}",
        "{\"iss\":\"%s\",\"iss\":\"x\",\"aud\":\"oddiya\",\"sub\":\"7\",\"exp\":%d}",
        "{\"exp\":9999999999,\"iss\":\"%s\",\"aud\":\"oddiya\",\"sub\":\"7\",\"exp\":%d}",
        "[{\"iss\":\"%s\",\"aud\":\"oddiya\",\"sub\":\"7\",\"exp\":%d}]",
        "{\"iss\":\"%s\",\"aud\":\"oddiya\",\"sub\":\"7\",\"exp\":%d",
        "{\"iss\":\"%s\",\"aud\":\"oddiya\",\"sub\":\"7\",\"exp\":%d}}",
        "{\"iss\":\"%s\",\"aud\":\"oddiya\",\"sub\":\"7\",\"exp\":%d} {}",
        "{\"iss\":[\"%s\"],\"aud\":\"oddiya\",\"sub\":\"7\",\"exp\":%d}",
        "{\"iss\":\"%s\",\"aud\":\"oddiya\",\"sub\":\"7 \",\"exp\":%d}",
        "{\"iss\":\"%s\",\"aud\":\"oddiya\",\"sub\":\"07\",\"exp\":%d}",
        "{\"iss\":\"%s\",\"aud\":\"oddiya\",\"sub\":\"-7\",\"exp\":%d}",
        "{\"iss\":\"%s\",\"aud\":\"oddiya\",\"sub\":\"７\",\"exp\":%d}",
        "{\"iss\":\"%s\",\"aud\":\"oddiya\",\"sub\":[\"7\"],\"exp\":%d}",
        "{\"iss\":\"%s\",\"aud\":\"oddiya\",\"sub\":\"99999999999999999999\",\"exp\":%d}"
      })
  void claimsThatCanBeReadInTwoWaysAreRefused(String claims) {
    String filled = claims.formatted(Issuer.NAME, NOW.plusSeconds(60).getEpochSecond());
    assertThat(tokens.verify(issuer.compact(HEADER, filled))).isEmpty();
  }

  // Other tokens of this house, and other forms

  static List<String> others() {
    Issuer issuer = new Issuer("k1");
    String good = issuer.compact(HEADER, CLAIMS);
    String[] parts = good.split("\\.", -1);
    String idToken =
        issuer.compact(
            HEADER.replace("at+jwt", "JWT"),
            CLAIMS.replace("}", ",\"nonce\":\"n\",\"azp\":\"oddiya\"}"));
    return List.of(
        // RFC 7519, sections 3.1 and 6.1.
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
            + "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19y"
            + "b290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        "eyJhbGciOiJub25lIn0."
            + "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19y"
            + "b290Ijp0cnVlfQ.",
        idToken,
        idToken.replace(
            idToken.split("\\.", -1)[0],
            Base64URL.encode("{\"alg\":\"RS256\",\"kid\":\"k1\"}").toString()),
        "0192f0a1-6e3a-7cc1-8f0e-2b4f7b1d9c55.q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA",
        good + ".",
        "." + good,
        good + "." + parts[2],
        parts[0] + "." + parts[1],
        parts[0] + "." + parts[1] + ".",
        parts[0] + ".." + parts[2],
        "." + parts[1] + "." + parts[2],
        parts[1] + "." + parts[0] + "." + parts[2],
        parts[0] + "." + parts[1] + "." + parts[2].substring(4),
        parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[256]),
        parts[0] + "." + parts[1] + "." + parts[2] + "=",
        good + " ",
        " " + good,
        good + "\n",
        good.replaceFirst("\\.", ".%"),
        good.replaceFirst("\\.", ".\u00e9"),
        parts[0]
            + "."
            + parts[1]
            + "."
            + parts[2].substring(0, 100)
            + "*"
            + parts[2].substring(100),
        "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}"
            .formatted(parts[0], parts[1], parts[2]),
        issuer.compact(HEADER, "[".repeat(2_000)),
        issuer.compact("[".repeat(2_000), CLAIMS),
        issuer.compact(HEADER, "{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}"),
        issuer.compact(HEADER, CLAIMS.replace("}", ",\"x\":\"" + "x".repeat(6_800) + "\"}")));
  }

  @ParameterizedTest
  @MethodSource("others")
  void whatIsNoAccessTokenIsRefused(String token) {
    assertThat(tokens.verify(token)).isEmpty();
  }

  @Test
  void aTokenOfEightKibibytesIsReadAndALongerOneIsNot() {
    String good =
        issuer.compact(HEADER, CLAIMS.replace("}", ",\"x\":\"" + "x".repeat(5_500) + "\"}"));
    assertThat(good.length()).isBetween(7_500, 8_192);
    assertThat(tokens.verify(good)).isPresent();
    assertThat(
            tokens.verify(
                issuer.compact(
                    HEADER, CLAIMS.replace("}", ",\"x\":\"" + "x".repeat(6_200) + "\"}"))))
        .isEmpty();
  }

  private void assertRefusedUnread(String header) {
    assertThat(tokens.verify(issuer.compact(header, CLAIMS))).isEmpty();
    assertThat(fetches).hasValue(0);
  }

  private String with(String part, String other) {
    assertThat(CLAIMS).contains(part);
    return issuer.compact(HEADER, CLAIMS.replace(part, other));
  }

  private String claims(String pattern, String other) {
    return issuer.compact(HEADER, CLAIMS.replaceFirst(pattern, other));
  }

  private static String unsigned(String header) {
    return Base64URL.encode(header) + "." + Base64URL.encode(CLAIMS) + ".";
  }
}
