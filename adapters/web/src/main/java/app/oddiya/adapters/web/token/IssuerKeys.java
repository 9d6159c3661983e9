package app.oddiya.adapters.web.token;

import app.oddiya.domain.shared.Unavailable;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The issuer's public keys by their `kid`, fetched in the background before they grow old and kept
/// when they cannot be fetched.
///
/// **No good token is refused for an unknown key.** The issuer publishes a key at least
/// [#LIFETIME] before it signs with it. So if a set was fetched within that time and lacks a `kid`,
/// nobody signs with that; if the set is older and no other can be had, it is not known, and that
/// is an outage and no verdict on the token.
///
/// An unknown `kid` causes at most one fetch a minute, whoever made it up; what is fetched on
/// schedule does not count, so a key that is used as soon as it is published is found as well. The
/// last good keys outlive an outage of the issuer: in this process for as long as it lasts, in the
/// [KeyCopy] for processes that start meanwhile.
final class IssuerKeys {

  private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);

  /// How long a set may be taken for the issuer's: `max-age` of its answer.
  static final Duration LIFETIME = Duration.ofMinutes(5);

  private static final Duration REFRESHED_AFTER = Duration.ofMinutes(4);
  private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(10);
  private static final Duration BETWEEN_UNKNOWN = Duration.ofMinutes(1);

  /// While there are no keys at all nobody can be let in, so it is tried more often.
  private static final Duration BETWEEN_FIRST = Duration.ofSeconds(1);

  /// How long a request waits for a fetch that it needs.
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final int LEAST_BITS = 2_048;
  private static final int LONGEST = 64 * 1024;

  /// What is known, replaced as a whole so that tokens verified by keys since withdrawn go with
  /// them.
  record Known(Map<String, RSAPublicKey> keys, VerifiedTokens<AccessTokens.Verified> tokens) {}

  private final KeySource source;
  private final KeyCopy copy;
  private final int rememberedTokens;
  private final Executor background;
  private volatile Known known;

  /// When the set was fetched that is known now.
  private volatile Instant fetched = Instant.MIN;

  private volatile Instant tried = Instant.MIN;
  private volatile Instant triedForUnknown = Instant.MIN;
  private @Nullable CompletableFuture<Void> fetching;

  /// @param background runs fetches, which may take seconds
  IssuerKeys(KeySource source, KeyCopy copy, int rememberedTokens, Executor background) {
    this.source = source;
    this.copy = copy;
    this.rememberedTokens = rememberedTokens;
    this.background = background;
    this.known = new Known(Map.of(), new VerifiedTokens<>(rememberedTokens));
  }

  /// What is known, without waiting for anything newer.
  Known known(Instant now) {
    boolean isCold = fetched.equals(Instant.MIN);
    if (!isCold && isPast(fetched, REFRESHED_AFTER, now) && isPast(tried, BETWEEN_FAILURES, now)) {
      var _ = fetch(now);
    }
    return known;
  }

  /// What is known after looking for `kid` as far as that is allowed; if it is not among it, the
  /// issuer does not sign with it.
  ///
  /// @throws Unavailable if that cannot be said
  Known lookFor(String kid, Instant now) {
    Known known = known(now);
    if (known.keys.containsKey(kid)) {
      return known;
    }
    // One that is under way may have begun before the key was published.
    await(underWay());
    if (!this.known.keys.containsKey(kid)) {
      await(fetchForUnknown(now));
    }
    known = this.known;
    if (!known.keys.containsKey(kid) && isPast(fetched, LIFETIME, now)) {
      throw new Unavailable("token keys", new IOException("not fetched for too long"));
    }
    return known;
  }

  private static boolean isPast(Instant moment, Duration time, Instant now) {
    return moment.equals(Instant.MIN) || Duration.between(moment, now).compareTo(time) >= 0;
  }

  private static void await(Optional<CompletableFuture<Void>> awaited) {
    if (awaited.isEmpty()) {
      return;
    }
    try {
      awaited.get().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new Unavailable("token keys", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("token keys", e);
    }
  }

  private synchronized Optional<CompletableFuture<Void>> underWay() {
    return Optional.ofNullable(fetching);
  }

  /// The fetch that an unknown key may cause now, or that another one has caused meanwhile.
  private synchronized Optional<CompletableFuture<Void>> fetchForUnknown(Instant now) {
    boolean isCold = fetched.equals(Instant.MIN);
    boolean isAllowed =
        isCold ? isPast(tried, BETWEEN_FIRST, now) : isPast(triedForUnknown, BETWEEN_UNKNOWN, now);
    if (fetching != null || !isAllowed) {
      return Optional.ofNullable(fetching);
    }
    if (!isCold) {
      triedForUnknown = now;
    }
    return Optional.of(fetch(now));
  }

  /// Fetches in the background, once at a time.
  private synchronized CompletableFuture<Void> fetch(Instant now) {
    if (fetching != null) {
      return fetching;
    }
    tried = now;
    CompletableFuture<Void> done = new CompletableFuture<>();
    fetching = done;
    background.execute(
        () -> {
          try {
            fetchNow(now);
          } finally {
            over();
            done.complete(null);
          }
        });
    return done;
  }

  private synchronized void over() {
    fetching = null;
  }

  /// @param began the set is at least as new as that
  private void fetchNow(Instant began) {
    try {
      String json = source.fetch();
      adopt(read(json), began);
      copy.write(new KeyCopy.Kept(json, began));
    } catch (IOException | ParseException | JOSEException e) {
      LOG.atWarn()
          .addKeyValue("event", "token_keys_unavailable")
          .setCause(e)
          .log("token keys cannot be fetched");
      if (known.keys.isEmpty()) {
        adoptCopy(began);
      }
    }
  }

  private void adoptCopy(Instant now) {
    Optional<KeyCopy.Kept> kept = copy.read();
    // One from the future would be taken for fresh for as long as whoever wrote it likes.
    if (kept.isEmpty() || kept.get().fetched().isAfter(now)) {
      return;
    }
    try {
      adopt(read(kept.get().json()), kept.get().fetched());
    } catch (IOException | ParseException | JOSEException e) {
      LOG.atWarn()
          .addKeyValue("event", "token_keys_copy_bad")
          .setCause(e)
          .log("the copy of the token keys is no good");
    }
  }

  private void adopt(Map<String, RSAPublicKey> keys, Instant asOf) {
    if (!keys.equals(known.keys)) {
      known = new Known(keys, new VerifiedTokens<>(rememberedTokens));
      LOG.atInfo().addKeyValue("event", "token_keys_changed").log("token keys changed");
    }
    fetched = asOf;
  }

  private static Map<String, RSAPublicKey> read(String json)
      throws IOException, ParseException, JOSEException {
    if (json.length() > LONGEST) {
      throw new IOException("the key set is too long");
    }
    Map<String, RSAPublicKey> keys = new HashMap<>();
    for (JWK key : JWKSet.parse(json).getKeys()) {
      if (isForTokens(key)) {
        keys.put(key.getKeyID(), key.toRSAKey().toRSAPublicKey());
      }
    }
    if (keys.isEmpty()) {
      throw new IOException("the key set has no RSA signing key");
    }
    return keys;
  }

  private static boolean isForTokens(JWK key) {
    return KeyType.RSA.equals(key.getKeyType())
        && key.getKeyID() != null
        && key.size() >= LEAST_BITS
        && !KeyUse.ENCRYPTION.equals(key.getKeyUse())
        && (key.getAlgorithm() == null || JWSAlgorithm.RS256.equals(key.getAlgorithm()));
  }
}
