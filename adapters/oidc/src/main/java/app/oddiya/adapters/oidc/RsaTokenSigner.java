package app.oddiya.adapters.oidc;

import app.oddiya.domain.identity.session.AccessToken;
import app.oddiya.domain.identity.session.TokenSigner;
import app.oddiya.domain.identity.session.VerificationKey;
import app.oddiya.domain.shared.UserId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/// Access tokens by RFC 9068, signed with the first key.
final class RsaTokenSigner implements TokenSigner {

  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

  private final TokenConfig config;
  private final List<VerificationKey> published;
  private final JWSHeader header;
  private final JWSSigner signer;

  RsaTokenSigner(TokenConfig config) {
    this.config = config;
    this.published = config.keys().keys().stream().map(RsaTokenSigner::publicHalf).toList();
    this.header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(ACCESS_TOKEN)
            .keyID(published.getFirst().id())
            .build();
    try {
      this.signer = new RSASSASigner(config.keys().keys().getFirst());
    } catch (JOSEException unusable) {
      throw new IllegalStateException("a private RSA key signs", unusable);
    }
  }

  @Override
  public AccessToken sign(UserId user, Instant now) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(config.issuer())
            .audience(config.audience())
            .subject(user.toString())
            .claim("client_id", config.clientId())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(AccessToken.LIFETIME)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
    } catch (JOSEException unusable) {
      throw new IllegalStateException("a private RSA key signs", unusable);
    }
    return new AccessToken(token.serialize());
  }

  @Override
  public List<VerificationKey> keys() {
    return published;
  }

  static VerificationKey publicHalf(RSAKey key) {
    try {
      return new VerificationKey(
          key.computeThumbprint().toString(),
          key.getModulus().decodeToBigInteger(),
          key.getPublicExponent().decodeToBigInteger());
    } catch (JOSEException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
