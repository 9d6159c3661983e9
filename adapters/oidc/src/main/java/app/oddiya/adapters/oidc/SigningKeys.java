package app.oddiya.adapters.oidc;

import app.oddiya.domain.identity.session.AccessToken;
import app.oddiya.domain.identity.session.VerificationKey;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The RSA keys of our access tokens, as a private JWK set. All are published. `nbf` says from when
/// a key signs, and of those whose time has come the latest does, so that every replica changes
/// over at the same instant and one that restarts knows where the others are. Without `nbf` its
/// time has always been; of several such the first in the file signs. `iat` says when a key was
/// made and published.
///
/// [#rotate] adds the next key [#LEAD] ahead of its time and drops keys of which no token is about.
///
/// @param keys with their private halves, 2048 bits or more, at least one, no two alike
public record SigningKeys(List<RSAKey> keys) {

  /// How long a key is published before it signs: time for a mounted file to reach every replica
  /// (minutes), for those who fetched keys just before to fetch them again
  /// ([VerificationKey#MAX_AGE]), and for a copy that stands between.
  public static final Duration LEAD = Duration.ofMinutes(15);

  /// How long a key stays after another has begun to sign: the life of its last token, the clock
  /// skew that is allowed to tokens, and what [SigningKeyRing] may have held the other one back.
  static final Duration STAY =
      AccessToken.LIFETIME.plus(Duration.ofSeconds(60)).plus(VerificationKey.MAX_AGE);

  private static final int LEAST_BITS = 2048;
  private static final String UNFIT =
      "must hold different private RSA keys of 2048 bits or more only";

  public SigningKeys {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("must be a JWK set with at least one key");
    }
    Set<String> ids = new HashSet<>();
    for (RSAKey key : keys) {
      if (!key.isPrivate() || key.size() < LEAST_BITS || !ids.add(id(key))) {
        throw new IllegalArgumentException(UNFIT);
      }
    }
  }

  /// Reads the text of a JWK set (RFC 7517, section 5).
  ///
  /// @throws IllegalArgumentException saying what the text must be, and nothing of what it is
  public static SigningKeys parse(String json) {
    try {
      return new SigningKeys(JWKSet.parse(json).getKeys().stream().map(SigningKeys::rsa).toList());
    } catch (ParseException e) {
      throw new IllegalArgumentException("must be a file with a JWK set", e);
    }
  }

  /// Reads it for signing at once.
  ///
  /// @throws IllegalArgumentException as [#parse], and if none of the keys may sign yet
  public static SigningKeys parseFor(Instant now, String json) {
    SigningKeys read = parse(json);
    if (read.keys.stream().allMatch(key -> now.isBefore(begin(key)))) {
      throw new IllegalArgumentException("must hold a key that may sign already (nbf)");
    }
    return read;
  }

  private static RSAKey rsa(JWK key) {
    if (key instanceof RSAKey rsa) {
      return rsa;
    }
    throw new IllegalArgumentException(UNFIT);
  }

  /// The one key of a new installation, which signs at once: nobody has tokens of another.
  public static SigningKeys first(Instant now) {
    return new SigningKeys(List.of(made(now, now)));
  }

  /// What a rotation has come to.
  ///
  /// @param next when the next key signs; of a rotation that is under way already, its own
  public record Rotation(SigningKeys keys, Instant next, boolean added, int dropped) {}

  /// Drops keys that were superseded long enough ago, and adds the next key unless there is one
  /// whose time has not come: rotating again too early does no harm.
  public Rotation rotate(Instant now) {
    List<RSAKey> kept = new ArrayList<>(keys);
    kept.removeIf(key -> supersededAt(key).filter(at -> isLongAgo(at, now)).isPresent());
    int dropped = keys.size() - kept.size();
    Optional<Instant> waiting =
        kept.stream().map(SigningKeys::begin).filter(now::isBefore).findFirst();
    if (waiting.isPresent()) {
      return new Rotation(new SigningKeys(kept), waiting.get(), false, dropped);
    }
    RSAKey next = made(now, now.plus(LEAD));
    kept.add(next);
    return new Rotation(new SigningKeys(kept), begin(next), true, dropped);
  }

  private Optional<Instant> supersededAt(RSAKey key) {
    return keys.stream()
        .map(SigningKeys::begin)
        .filter(later -> later.isAfter(begin(key)))
        .min(Comparator.naturalOrder());
  }

  private static boolean isLongAgo(Instant superseded, Instant now) {
    return !now.isBefore(superseded.plus(STAY));
  }

  /// To the second, as a JWK tells time.
  private static RSAKey made(Instant now, Instant begin) {
    try {
      return new RSAKeyGenerator(LEAST_BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .issueTime(Date.from(now.truncatedTo(ChronoUnit.SECONDS)))
          .notBeforeTime(Date.from(begin.truncatedTo(ChronoUnit.SECONDS)))
          .generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("every JDK has RSA", impossible);
    }
  }

  /// From when a key may sign.
  static Instant begin(RSAKey key) {
    return Optional.ofNullable(key.getNotBeforeTime()).map(Date::toInstant).orElse(Instant.EPOCH);
  }

  /// When a key was made, and with that published; long ago if it does not say.
  static Instant made(RSAKey key) {
    return Optional.ofNullable(key.getIssueTime()).map(Date::toInstant).orElse(Instant.EPOCH);
  }

  /// The RFC 7638 thumbprint, whatever `kid` the file gives.
  static String id(RSAKey key) {
    try {
      return key.computeThumbprint().toString();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /// The private JWK set: not for a log.
  public String json() {
    return new JWKSet(List.copyOf(keys)).toString(false);
  }

  @Override
  public String toString() {
    return "SigningKeys[" + keys.size() + "]";
  }
}
