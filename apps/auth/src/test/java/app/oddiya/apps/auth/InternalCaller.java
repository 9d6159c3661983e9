package app.oddiya.apps.auth;

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
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

/// A sibling service that calls auth, with a key of its own.
record InternalCaller(String name, RSAKey key) {

  static final InternalCaller USER = named("user");
  static final InternalCaller PLAN = named("plan");

  private static InternalCaller named(String name) {
    try {
      return new InternalCaller(
          name, new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate());
    } catch (JOSEException e) {
      throw new AssertionError("every JDK has RSA", e);
    }
  }

  /// What auth is configured with.
  static String publicKeys() {
    return "{\"user\":%s,\"plan\":%s}"
        .formatted(new JWKSet(USER.key).toString(true), new JWKSet(PLAN.key).toString(true));
  }

  /// Says who calls.
  HttpRequest.Builder sign(HttpRequest.Builder request) {
    Instant now = InstantSource.system().instant();
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("oddiya-internal+jwt"))
                .keyID(key.getKeyID())
                .build(),
            new JWTClaimsSet.Builder()
                .issuer(name)
                .audience("auth")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new AssertionError("a private RSA key signs", e);
    }
    return request.header("Oddiya-Internal-Token", token.serialize());
  }
}
