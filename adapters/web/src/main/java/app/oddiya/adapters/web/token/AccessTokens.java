package app.oddiya.adapters.web.token;

import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/// Verifies access tokens of RFC 9068: RS256 and nothing else, whatever the token says of itself.
public final class AccessTokens {

  /// For clocks that are not quite the same.
  private static final Duration SKEW = Duration.ofSeconds(60);

  private static final String AUDIENCE = "oddiya";
  private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt");
  private static final int LONGEST = 8 * 1024;
  private static final int REMEMBERED = 4_096;

  private final String issuer;
  private final InstantSource clock;
  private final IssuerKeys keys;

  /// What a good token says.
  ///
  /// @param issuedAt for the tombstone of a deleted account
  public record Verified(UserId user, Instant issuedAt, Instant expiresAt) {}

  public AccessTokens(String issuer, KeySource source, InstantSource clock) {
    this(issuer, source, KeyCopy.none(), clock);
  }

  /// @param copy helps out when this process starts while the issuer is away
  public AccessTokens(String issuer, KeySource source, KeyCopy copy, InstantSource clock) {
    this(issuer, source, copy, clock, Thread::startVirtualThread);
  }

  AccessTokens(
      String issuer, KeySource source, KeyCopy copy, InstantSource clock, Executor background) {
    this.issuer = issuer;
    this.clock = clock;
    this.keys = new IssuerKeys(source, copy, REMEMBERED, background);
  }

  /// What a token said that has been verified before. Costs next to nothing and never waits.
  public Optional<Verified> remembered(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return keys.known(now).tokens().get(token, now);
  }

  /// Empty for anything that is not a good token.
  ///
  /// @throws Unavailable if it cannot be said, for want of the issuer's keys
  public Optional<Verified> verify(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Verified> remembered = keys.known(now).tokens().get(token, now);
    return remembered.isPresent() ? remembered : verifyAnew(token, now);
  }

  private Optional<Verified> verifyAnew(String token, Instant now) {
    if (!JoseHeaders.isCompact(token)) {
      return Optional.empty();
    }
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      if (!isAcceptable(jwt.getHeader())) {
        return Optional.empty();
      }
      String kid = jwt.getHeader().getKeyID();
      IssuerKeys.Known known = keys.lookFor(kid, now);
      RSAPublicKey key = known.keys().get(kid);
      if (key == null || !jwt.verify(new RSASSAVerifier(key))) {
        return Optional.empty();
      }
      Optional<Verified> verified = read(jwt.getJWTClaimsSet(), now);
      verified.ifPresent(good -> known.tokens().put(token, good, good.expiresAt().plus(SKEW)));
      return verified;
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      // Not a token of ours; what exactly is wrong with it helps only whoever made it.
      return Optional.empty();
    }
  }

  private static boolean isAcceptable(JWSHeader header) {
    return JWSAlgorithm.RS256.equals(header.getAlgorithm())
        && header.getType() != null
        && TYPES.contains(header.getType().toString().toLowerCase(Locale.ROOT))
        && header.getKeyID() != null
        && JoseHeaders.bringsNoKeysAndNoExtensions(header);
  }

  private Optional<Verified> read(JWTClaimsSet claims, Instant now) {
    Date expires = claims.getExpirationTime();
    Date notBefore = claims.getNotBeforeTime();
    boolean current =
        expires != null
            && now.isBefore(expires.toInstant().plus(SKEW))
            && (notBefore == null || !now.isBefore(notBefore.toInstant().minus(SKEW)));
    if (!current
        || !issuer.equals(claims.getIssuer())
        || !claims.getAudience().contains(AUDIENCE)
        || claims.getSubject() == null) {
      return Optional.empty();
    }
    Instant issued =
        claims.getIssueTime() == null ? Instant.EPOCH : claims.getIssueTime().toInstant();
    return UserId.parse(claims.getSubject())
        .map(user -> new Verified(user, issued, expires.toInstant()));
  }
}
