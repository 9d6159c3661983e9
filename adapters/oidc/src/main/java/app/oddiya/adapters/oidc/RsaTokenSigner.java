package app.oddiya.adapters.oidc;

import app.oddiya.domain.identity.session.AccessToken;
import app.oddiya.domain.identity.session.TokenSigner;
import app.oddiya.domain.identity.session.VerificationKey;
import app.oddiya.domain.shared.UserId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/// Access tokens by RFC 9068, signed with the key whose turn it is.
final class RsaTokenSigner implements TokenSigner {

  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

  private final TokenConfig config;
  private final SigningKeyRing keys;

  RsaTokenSigner(TokenConfig config, SigningKeyRing keys) {
    this.config = config;
    this.keys = keys;
  }

  @Override
  public AccessToken sign(UserId user, Instant now) {
    SigningKeyRing.Key key = keys.signing(now);
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(ACCESS_TOKEN).keyID(key.id()).build();
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
      token.sign(key.signer());
    } catch (JOSEException unusable) {
      throw new IllegalStateException("a private RSA key signs", unusable);
    }
    return new AccessToken(token.serialize());
  }

  @Override
  public List<VerificationKey> keys(Instant now) {
    return keys.published(now);
  }
}
