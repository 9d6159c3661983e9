package app.oddiya.adapters.oidc;

import app.oddiya.domain.identity.session.VerificationKey;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The [SigningKeys] of a file that may be replaced while we run, ready to sign.
///
/// A key that those who verify tokens cannot all know yet does not sign while there is another,
/// whatever its `nbf` says: not before it has been published for [VerificationKey#MAX_AGE]. As
/// published counts when it was made or, if it turned up while we ran, when it did.
final class SigningKeyRing {

  private static final Logger LOG = LoggerFactory.getLogger(SigningKeyRing.class);

  private final Supplier<SigningKeys> file;
  private final InstantSource clock;
  private volatile Ready ready;

  /// @param of the file's content that they are made of
  private record Ready(SigningKeys of, List<Key> keys) {}

  /// @param published since when others may know it
  record Key(String id, Instant begin, Instant published, JWSSigner signer, VerificationKey open) {

    private static Key of(RSAKey jwk, Instant published) {
      String id = SigningKeys.id(jwk);
      try {
        var open =
            new VerificationKey(
                id,
                jwk.getModulus().decodeToBigInteger(),
                jwk.getPublicExponent().decodeToBigInteger());
        return new Key(id, SigningKeys.begin(jwk), published, new RSASSASigner(jwk), open);
      } catch (JOSEException unusable) {
        throw new IllegalStateException("a private RSA key signs", unusable);
      }
    }

    private boolean isKnown(Instant now) {
      return !now.isBefore(published.plus(VerificationKey.MAX_AGE));
    }
  }

  /// @param file gives another object once the file holds something else
  SigningKeyRing(Supplier<SigningKeys> file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
    SigningKeys first = file.get();
    this.ready =
        new Ready(
            first, first.keys().stream().map(jwk -> Key.of(jwk, SigningKeys.made(jwk))).toList());
  }

  /// The key that signs at a moment.
  Key signing(Instant now) {
    return signing(current().keys, now);
  }

  /// All keys, the one that signs at a moment first.
  List<VerificationKey> published(Instant now) {
    List<Key> keys = current().keys;
    Key signing = signing(keys, now);
    return Stream.concat(Stream.of(signing), keys.stream().filter(key -> !key.equals(signing)))
        .map(Key::open)
        .toList();
  }

  /// Notices now if the file has changed, so that a new key counts as published from when it was
  /// put there and not from the next request.
  void look() {
    var _ = current();
  }

  private static Key signing(List<Key> keys, Instant now) {
    List<Key> begun = keys.stream().filter(key -> !now.isBefore(key.begin)).toList();
    return latest(begun.stream().filter(key -> key.isKnown(now)))
        .or(() -> latest(begun.stream()))
        // The clock has been set back behind them all: the first to come will have to do.
        .orElseGet(() -> keys.stream().min(Comparator.comparing(Key::begin)).orElseThrow());
  }

  /// Of those that begin together the first in the file.
  private static Optional<Key> latest(Stream<Key> keys) {
    return keys.reduce((one, other) -> other.begin.isAfter(one.begin) ? other : one);
  }

  private Ready current() {
    SigningKeys found = file.get();
    return found.equals(ready.of) ? ready : take(found);
  }

  private synchronized Ready take(SigningKeys found) {
    Ready before = ready;
    if (!found.equals(before.of)) {
      Instant now = clock.instant();
      Map<String, Instant> published =
          before.keys.stream().collect(Collectors.toMap(Key::id, Key::published));
      Function<RSAKey, Key> taken =
          jwk -> Key.of(jwk, published.getOrDefault(SigningKeys.id(jwk), now));
      ready = new Ready(found, found.keys().stream().map(taken).toList());
      LOG.atInfo()
          .addKeyValue("event", "signing_keys_changed")
          .addKeyValue("keys", ready.keys.stream().map(Key::id).toList())
          .addKeyValue("signing", signing(ready.keys, now).id)
          .log("signing keys changed");
    }
    return ready;
  }
}
