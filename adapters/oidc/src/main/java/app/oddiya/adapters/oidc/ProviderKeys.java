package app.oddiya.adapters.oidc;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A provider's RSA keys, remembered for an hour, and for a day while it does not answer.
///
/// An unknown `kid` has them fetched again, at most once a minute: with a native sign-in anybody
/// can make one up, and must neither have us call the provider at will nor lock out who holds a key
/// that is known. The SDK's own source counts every fetch against one limit and fails all who come
/// when it is used up.
final class ProviderKeys {

  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration USABLE = Duration.ofDays(1);
  private static final Duration APART = Duration.ofMinutes(1);

  private final URI address;
  private final ProviderHttp http;
  private final InstantSource clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile @Nullable Known known;
  private volatile Instant lookedForUnknown = Instant.MIN;

  /// @param until when they are to be fetched again
  private record Known(JWKSet keys, Instant at, Instant until) {

    boolean lacks(String kid) {
      return keys.getKeyByKeyId(kid) == null;
    }
  }

  ProviderKeys(URI address, ProviderHttp http, InstantSource clock) {
    this.address = address;
    this.http = http;
    this.clock = clock;
  }

  URI address() {
    return address;
  }

  /// All of them, after looking for one as far as that is allowed; it may still not be there.
  ///
  /// @throws Unavailable if there are none
  JWKSet lookFor(String kid, Deadline deadline) {
    Known held = known;
    boolean isFetchedByAnother = fetching.isLocked();
    if (held != null && !isWorthAFetch(held, kid) && (!isDue(held) || isFetchedByAnother)) {
      return held.keys;
    }
    return alone(deadline, () -> refreshed(kid, deadline));
  }

  private interface Fetch {
    JWKSet run();
  }

  /// One fetches; who has no key without that waits for what comes of it.
  private JWKSet alone(Deadline deadline, Fetch fetch) {
    try {
      if (!fetching.tryLock(deadline.remaining(clock).toNanos(), TimeUnit.NANOSECONDS)) {
        throw ProviderHttp.unavailable(new IOException("no keys in time"));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw ProviderHttp.unavailable(stopped);
    }
    try {
      return fetch.run();
    } finally {
      fetching.unlock();
    }
  }

  private JWKSet refreshed(String kid, Deadline deadline) {
    Known held = known;
    if (held == null) {
      return fetched(deadline).keys;
    }
    boolean isDue = isDue(held);
    if (!isDue && !isWorthAFetch(held, kid)) {
      return held.keys;
    }
    if (!isDue) {
      lookedForUnknown = clock.instant();
    }
    try {
      return fetched(deadline).keys;
    } catch (Unavailable outage) {
      Instant now = clock.instant();
      if (now.isAfter(held.at.plus(USABLE))) {
        throw outage;
      }
      known = new Known(held.keys, held.at, now.plus(APART));
      return held.keys;
    }
  }

  private boolean isDue(Known held) {
    return !clock.instant().isBefore(held.until);
  }

  private boolean isWorthAFetch(Known held, String kid) {
    return held.lacks(kid)
        && (lookedForUnknown.equals(Instant.MIN)
            || !clock.instant().isBefore(lookedForUnknown.plus(APART)));
  }

  private Known fetched(Deadline deadline) {
    HTTPResponse answer = http.send(new HTTPRequest(HTTPRequest.Method.GET, address), deadline);
    try {
      if (answer.getStatusCode() != 200) {
        throw new IOException("answered " + answer.getStatusCode());
      }
      List<JWK> usable =
          JWKSet.parse(answer.getBody()).getKeys().stream().filter(ProviderKeys::verifies).toList();
      if (usable.isEmpty()) {
        throw new IOException("answered without an RSA key");
      }
      Instant now = clock.instant();
      Known fetched = new Known(new JWKSet(usable), now, now.plus(FRESH));
      known = fetched;
      return fetched;
    } catch (IOException | ParseException nonsense) {
      throw ProviderHttp.unavailable(nonsense);
    }
  }

  private static boolean verifies(JWK key) {
    return KeyType.RSA.equals(key.getKeyType()) && !KeyUse.ENCRYPTION.equals(key.getKeyUse());
  }
}
