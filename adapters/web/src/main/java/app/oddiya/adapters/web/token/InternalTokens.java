package app.oddiya.adapters.web.token;

import app.oddiya.adapters.web.json.Json;
import app.oddiya.adapters.web.json.MalformedJson;
import app.oddiya.domain.shared.UserId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Verifies the `Oddiya-Internal-Token` of a sibling service, signed by the caller's own key.
public final class InternalTokens {

  private static final JOSEObjectType TYPE = new JOSEObjectType("oddiya-internal+jwt");
  private static final Duration LIFETIME = Duration.ofSeconds(60);

  /// Services run beside each other on synchronised clocks.
  private static final Duration SKEW = Duration.ofSeconds(10);

  private static final int LONGEST = 4 * 1024;
  private static final int REMEMBERED = 512;

  private final String self;
  private final Supplier<Map<String, JWKSet>> callers;
  private final InstantSource clock;
  private volatile Known known = new Known(Map.of());

  /// @param caller the service that calls
  /// @param user whom it acts for
  public record Verified(String caller, Optional<UserId> user) {}

  /// What is known, replaced as a whole so that tokens verified by keys since withdrawn go with
  /// them.
  private record Known(Map<String, JWKSet> callers, VerifiedTokens<Verified> tokens) {

    Known(Map<String, JWKSet> callers) {
      this(callers, new VerifiedTokens<>(REMEMBERED));
    }
  }

  /// @param self this service, the audience
  /// @param callers public keys by the name of the service, see [#parseKeys]; another object once
  ///     they have been replaced
  public InternalTokens(String self, Supplier<Map<String, JWKSet>> callers, InstantSource clock) {
    this.self = self;
    this.callers = callers;
    this.clock = clock;
  }

  /// Reads `{"auth": {"keys": [..]}, "plan": {"keys": [..]}}`.
  ///
  /// @throws IllegalArgumentException if it is anything else
  public static Map<String, JWKSet> parseKeys(String json) {
    try {
      if (!(Json.parse(json.getBytes(StandardCharsets.UTF_8)) instanceof Json.Obj(var sets))) {
        throw new ParseException("not an object", 0);
      }
      Map<String, JWKSet> callers = new HashMap<>();
      for (var set : sets.entrySet()) {
        JWKSet keys = JWKSet.parse(set.getValue().asText());
        if (keys.isEmpty()) {
          throw new ParseException("no key", 0);
        }
        callers.put(set.getKey(), keys.toPublicJWKSet());
      }
      return callers;
    } catch (ParseException | MalformedJson e) {
      throw new IllegalArgumentException("must hold a JWK set for each calling service", e);
    }
  }

  /// Empty for anything that is not a good token for this service.
  public Optional<Verified> verify(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Known current = current();
    Optional<Verified> remembered = current.tokens.get(token, now);
    return remembered.isPresent() ? remembered : verifyAnew(token, current, now);
  }

  private Known current() {
    Map<String, JWKSet> keys = callers.get();
    Known current = known;
    // At once true of the same object, which it is until the file was replaced.
    if (!current.callers.equals(keys)) {
      current = new Known(keys);
      known = current;
    }
    return current;
  }

  private Optional<Verified> verifyAnew(String token, Known current, Instant now) {
    if (!JoseHeaders.isCompact(token)) {
      return Optional.empty();
    }
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      if (!isAcceptable(jwt.getHeader())
          || !isCurrent(claims, now)
          || !isSigned(jwt, keysOf(claims.getIssuer(), current))) {
        return Optional.empty();
      }
      Optional<UserId> user = Optional.ofNullable(claims.getSubject()).flatMap(UserId::parse);
      if (claims.getSubject() != null && user.isEmpty()) {
        return Optional.empty();
      }
      Verified verified = new Verified(claims.getIssuer(), user);
      current.tokens.put(token, verified, claims.getExpirationTime().toInstant().plus(SKEW));
      return Optional.of(verified);
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isAcceptable(JWSHeader header) {
    return TYPE.equals(header.getType()) && JoseHeaders.bringsNoKeysAndNoExtensions(header);
  }

  private boolean isCurrent(JWTClaimsSet claims, Instant now) {
    if (claims.getExpirationTime() == null
        || claims.getIssueTime() == null
        || !claims.getAudience().equals(List.of(self))) {
      return false;
    }
    Instant issued = claims.getIssueTime().toInstant();
    Instant expires = claims.getExpirationTime().toInstant();
    return now.isBefore(expires.plus(SKEW))
        && !now.isBefore(issued.minus(SKEW))
        && Duration.between(issued, expires).compareTo(LIFETIME) <= 0;
  }

  private static @Nullable JWKSet keysOf(@Nullable String issuer, Known current) {
    return issuer == null ? null : current.callers.get(issuer);
  }

  private static boolean isSigned(SignedJWT jwt, @Nullable JWKSet keys) throws JOSEException {
    if (keys == null) {
      return false;
    }
    String kid = jwt.getHeader().getKeyID();
    for (JWK key : keys.getKeys()) {
      if ((kid == null || kid.equals(key.getKeyID())) && isSignedBy(key, jwt)) {
        return true;
      }
    }
    return false;
  }

  /// A key is good for its own algorithm only.
  private static boolean isSignedBy(JWK key, SignedJWT jwt) throws JOSEException {
    JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
    return switch (key) {
      case RSAKey rsa ->
          algorithm.equals(JWSAlgorithm.RS256) && jwt.verify(new RSASSAVerifier(rsa));
      case OctetKeyPair pair when Curve.Ed25519.equals(pair.getCurve()) ->
          algorithm.equals(JWSAlgorithm.EdDSA) && Ed25519.verifies(pair, jwt);
      default -> false;
    };
  }
}
