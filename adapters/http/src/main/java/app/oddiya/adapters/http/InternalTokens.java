package app.oddiya.adapters.http;

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
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Signs what one service shows another to prove who is calling, and for whom: a JWT of 60 s with
/// `typ: oddiya-internal+jwt`, RS256, `iss` the caller, `aud` the callee, `sub` the user if any.
///
/// A signature costs 1.3 ms of CPU, so a token is used again for the first half of its life; the
/// other half is for clocks that differ and calls that are long on their way. A key may be replaced
/// without a restart: first its public half is added to what the callees know, then it is used, and
/// a minute later the old one may go. Safe for concurrent use.
public final class InternalTokens {

  static final Duration LIFE = Duration.ofSeconds(60);
  static final int REMEMBERED = 1_000;

  private static final JOSEObjectType TYPE = new JOSEObjectType("oddiya-internal+jwt");

  private final String caller;
  private final Supplier<SigningKey> key;
  private final InstantSource clock;
  private final Map<Purpose, Signed> signed = new LeastRecentlyUsed<>(REMEMBERED);

  private InternalTokens(String caller, Supplier<SigningKey> key, InstantSource clock) {
    this.caller = caller;
    this.key = key;
    this.clock = clock;
  }

  /// Tokens of one caller.
  ///
  /// @param caller the name of this service, as callees know it
  /// @param privateKey its private RSA key as a JWK, 2048 bits or more
  /// @throws IllegalArgumentException if it is no such key
  public static InternalTokens of(String caller, String privateKey, InstantSource clock) {
    SigningKey key = SigningKey.parse(privateKey);
    return new InternalTokens(caller, () -> key, clock);
  }

  /// Tokens of one caller whose key is in a file, which may be replaced meanwhile.
  ///
  /// @throws IllegalArgumentException if there is no such key in it
  public static InternalTokens read(String caller, Path privateKey, InstantSource clock) {
    return new InternalTokens(caller, KeyFile.read(privateKey, SigningKey::parse, clock), clock);
  }

  /// A token that is good for at least 30 s more.
  String token(String callee, Optional<UserId> user) {
    Purpose purpose = new Purpose(key.get(), callee, user);
    Instant now = clock.instant();
    synchronized (signed) {
      Signed known = signed.get(purpose);
      if (known != null && known.isFresh(now)) {
        return known.token;
      }
    }
    // Signed outside the lock: two callers may sign the same, none waits for another's.
    Signed fresh = new Signed(sign(purpose, now), now);
    synchronized (signed) {
      signed.put(purpose, fresh);
    }
    return fresh.token;
  }

  private String sign(Purpose purpose, Instant now) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(caller)
            .audience(purpose.callee)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)));
    purpose.user.ifPresent(user -> claims.subject(user.toString()));
    SignedJWT token = new SignedJWT(purpose.key.header, claims.build());
    try {
      token.sign(purpose.key.signer);
    } catch (JOSEException brokenRuntime) {
      throw new IllegalStateException("RS256 cannot be computed", brokenRuntime);
    }
    return token.serialize();
  }

  private record Purpose(SigningKey key, String callee, Optional<UserId> user) {}

  private record SigningKey(JWSHeader header, JWSSigner signer) {

    static SigningKey parse(String privateKey) {
      try {
        RSAKey key = RSAKey.parse(privateKey);
        return new SigningKey(
            new JWSHeader.Builder(JWSAlgorithm.RS256).type(TYPE).keyID(key.getKeyID()).build(),
            new RSASSASigner(key));
      } catch (ParseException | JOSEException notAPrivateRsaKey) {
        // Its message may quote the key; the cause stays out of the text.
        throw new IllegalArgumentException("must be a private RSA key as a JWK", notAPrivateRsaKey);
      }
    }
  }

  private record Signed(String token, Instant since) {

    boolean isFresh(Instant now) {
      return !now.isBefore(since) && now.isBefore(since.plus(LIFE.dividedBy(2)));
    }
  }

  private static final class LeastRecentlyUsed<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int most;

    LeastRecentlyUsed(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }
}
