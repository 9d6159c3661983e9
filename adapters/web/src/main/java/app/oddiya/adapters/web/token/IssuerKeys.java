package app.oddiya.adapters.web.token;

import app.oddiya.domain.shared.Unavailable;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The issuer's public keys by their `kid`, fetched when they are needed and kept when they cannot
/// be fetched.
///
/// An unknown `kid` causes at most one fetch a minute: anybody can make one up. The last good keys
/// outlive an outage of the issuer.
final class IssuerKeys {

  private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);

  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration BETWEEN_FETCHES = Duration.ofMinutes(1);

  /// While there are no keys at all nobody can be let in, so it is tried more often.
  private static final Duration BETWEEN_FIRST_FETCHES = Duration.ofSeconds(1);

  /// What is known, replaced as a whole so that tokens verified by keys since withdrawn go with
  /// them.
  record Known(Map<String, RSAPublicKey> keys, VerifiedTokens<AccessTokens.Verified> tokens) {}

  private final KeySource source;
  private final InstantSource clock;
  private final int rememberedTokens;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile Known known;
  private volatile Instant tried = Instant.MIN;

  IssuerKeys(KeySource source, InstantSource clock, int rememberedTokens) {
    this.source = source;
    this.clock = clock;
    this.rememberedTokens = rememberedTokens;
    this.known = new Known(Map.of(), new VerifiedTokens<>(rememberedTokens));
  }

  Known known() {
    return known;
  }

  /// What is known after looking for `kid` as far as that is allowed; it may still be unknown.
  ///
  /// @throws Unavailable if no key was ever fetched
  Known lookFor(String kid) {
    RSAPublicKey key = known.keys.get(kid);
    if (key == null) {
      fetchUnlessTriedWithin(known.keys.isEmpty() ? BETWEEN_FIRST_FETCHES : BETWEEN_FETCHES);
    } else if (isOlderThan(FRESH) && fetching.tryLock()) {
      // One request fetches, the others go on with what is there.
      try {
        fetchUnlessTriedWithin(FRESH);
      } finally {
        fetching.unlock();
      }
    }
    Known now = known;
    if (now.keys.isEmpty()) {
      throw new Unavailable("token keys", new IOException("no key was ever fetched"));
    }
    return now;
  }

  private boolean isOlderThan(Duration age) {
    return tried.equals(Instant.MIN)
        || Duration.between(tried, clock.instant()).compareTo(age) >= 0;
  }

  private void fetchUnlessTriedWithin(Duration pause) {
    fetching.lock();
    try {
      if (isOlderThan(pause)) {
        tried = clock.instant();
        fetch();
      }
    } finally {
      fetching.unlock();
    }
  }

  private void fetch() {
    try {
      Map<String, RSAPublicKey> keys = read(source.fetch());
      if (keys.isEmpty()) {
        throw new IOException("the key set has no RSA signing key");
      }
      if (!keys.equals(known.keys)) {
        known = new Known(keys, new VerifiedTokens<>(rememberedTokens));
        LOG.atInfo().addKeyValue("event", "token_keys_changed").log("token keys changed");
      }
    } catch (IOException | ParseException | JOSEException e) {
      LOG.atWarn()
          .addKeyValue("event", "token_keys_unavailable")
          .setCause(e)
          .log("token keys cannot be fetched");
    }
  }

  private static Map<String, RSAPublicKey> read(String json) throws ParseException, JOSEException {
    Map<String, RSAPublicKey> keys = new HashMap<>();
    for (var key : JWKSet.parse(json).getKeys()) {
      if (KeyType.RSA.equals(key.getKeyType())
          && key.getKeyID() != null
          && !KeyUse.ENCRYPTION.equals(key.getKeyUse())) {
        keys.put(key.getKeyID(), key.toRSAKey().toRSAPublicKey());
      }
    }
    return keys;
  }
}
