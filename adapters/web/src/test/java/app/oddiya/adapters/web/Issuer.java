package app.oddiya.adapters.web;

import app.oddiya.adapters.web.token.KeySource;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Signs tokens for tests, as the auth service or a sibling would.
public final class Issuer implements KeySource {

  public static final String NAME = "https://oddiya.test";

  /// Made once for all tests: a key costs a second on a busy machine.
  private static final Map<String, RSAKey> KEYS = new ConcurrentHashMap<>();

  private final RSAKey key;

  public Issuer(String kid) {
    this(KEYS.computeIfAbsent(kid, Issuer::generate));
  }

  private Issuer(RSAKey key) {
    this.key = key;
  }

  /// Says to be `kid` and signs with another key.
  public static Issuer impostor(String kid) {
    RSAKey other = KEYS.computeIfAbsent("impostor", Issuer::generate);
    return new Issuer(new RSAKey.Builder(other).keyID(kid).build());
  }

  private static RSAKey generate(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String fetch() {
    return publicKeys().toString();
  }

  public JWKSet publicKeys() {
    return new JWKSet(key.toPublicJWK());
  }

  public JWSHeader.Builder header(String type) {
    return new JWSHeader.Builder(JWSAlgorithm.RS256)
        .type(new JOSEObjectType(type))
        .keyID(key.getKeyID());
  }

  public JWTClaimsSet.Builder claims(String user, Instant now) {
    return new JWTClaimsSet.Builder()
        .issuer(NAME)
        .audience("oddiya")
        .subject(user)
        .claim("client_id", "oddiya-app")
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(3600)));
  }

  public String accessToken(String user) {
    return sign(header("at+jwt").build(), claims(user, Instant.now()).build());
  }

  /// The key set of several issuers, as one publishes it while keys rotate.
  public static String published(Issuer... issuers) {
    return new JWKSet(Arrays.stream(issuers).<JWK>map(issuer -> issuer.key.toPublicJWK()).toList())
        .toString();
  }

  public String signAs(JWSAlgorithm algorithm, String type, JWTClaimsSet claims) {
    return sign(
        new JWSHeader.Builder(algorithm)
            .type(new JOSEObjectType(type))
            .keyID(key.getKeyID())
            .build(),
        claims);
  }

  /// Signs with RS256 what is put into the two parts, whatever it says of itself.
  public String compact(String header, String claims) {
    String input = Base64URL.encode(header) + "." + Base64URL.encode(claims);
    try {
      return input
          + "."
          + new RSASSASigner(key)
              .sign(new JWSHeader(JWSAlgorithm.RS256), input.getBytes(StandardCharsets.US_ASCII));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public String sign(JWSHeader header, JWTClaimsSet claims) {
    try {
      SignedJWT jwt = new SignedJWT(header, claims);
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
