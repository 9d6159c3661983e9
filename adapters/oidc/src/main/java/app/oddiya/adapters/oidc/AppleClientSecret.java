package app.oddiya.adapters.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

/// What Apple takes for a client secret: a JWT that we sign with ES256 and that may live half a
/// year (Apple, "Creating a client secret"). Ours is made for each request and lives for minutes,
/// so there is nothing to renew and little to steal.
final class AppleClientSecret {

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private final OidcConfig.Apple apple;
  private final JWSSigner signer;
  private final InstantSource clock;

  AppleClientSecret(OidcConfig.Apple apple, InstantSource clock) {
    this.apple = apple;
    this.clock = clock;
    try {
      this.signer = new ECDSASigner(apple.privateKey().key());
    } catch (JOSEException unusable) {
      throw new IllegalStateException("a key on P-256 signs ES256", unusable);
    }
  }

  /// @param client of ours that asks: the Services ID, or the bundle id of an app
  String sign(String client) {
    Instant now = clock.instant();
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(apple.keyId()).build();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(apple.teamId())
            .subject(client)
            .audience(apple.issuer().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .build();
    var secret = new SignedJWT(header, claims);
    try {
      secret.sign(signer);
    } catch (JOSEException unusable) {
      throw new IllegalStateException("a key on P-256 signs ES256", unusable);
    }
    return secret.serialize();
  }
}
