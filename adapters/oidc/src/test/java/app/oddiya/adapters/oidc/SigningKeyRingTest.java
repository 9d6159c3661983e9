package app.oddiya.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.http.KeyFile;
import app.oddiya.domain.identity.session.AccessToken;
import app.oddiya.domain.identity.session.VerificationKey;
import app.oddiya.domain.testkit.time.SettableClock;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyRingTest {

  private static final Instant START = SettableClock.A_MORNING;
  private static final SigningKeys FIRST = SigningKeys.first(START);
  private static final SigningKeys SECOND = FIRST.rotate(START).keys();

  @TempDir Path folder;

  private final SettableClock clock = new SettableClock();
  private Path file = Path.of("");

  @BeforeEach
  void firstKey() throws IOException {
    file = folder.resolve("keys.json");
    write(FIRST);
  }

  @Test
  void theNextKeyIsPublishedAtOnceAndSignsWhenItsTimeHasCome() throws IOException {
    SigningKeyRing ring = ring();
    write(SECOND);
    clock.advance(KeyFile.BETWEEN_LOOKS);

    assertThat(ring.published(clock.instant()))
        .extracting(VerificationKey::id)
        .containsExactly(id(SECOND, 0), id(SECOND, 1));
    clock.set(START.plus(SigningKeys.LEAD).minusMillis(1));
    assertThat(ring.signing(clock.instant()).id()).isEqualTo(id(SECOND, 0));
    clock.advance(Duration.ofMillis(1));
    assertThat(ring.signing(clock.instant()).id()).isEqualTo(id(SECOND, 1));
    assertThat(ring.published(clock.instant()))
        .extracting(VerificationKey::id)
        .containsExactly(id(SECOND, 1), id(SECOND, 0));
    // Whoever starts now knows as much.
    assertThat(ring().signing(clock.instant()).id()).isEqualTo(id(SECOND, 1));
  }

  @Test
  void aKeyThatTurnsUpTooLateWaitsUntilEverybodyCanKnowIt() throws IOException {
    SigningKeyRing ring = ring();
    clock.advance(SigningKeys.LEAD.plusHours(1));
    write(SECOND);

    assertThat(ring.signing(clock.instant()).id()).isEqualTo(id(SECOND, 0));
    clock.advance(VerificationKey.MAX_AGE.minusMillis(1));
    assertThat(ring.signing(clock.instant()).id()).isEqualTo(id(SECOND, 0));
    clock.advance(Duration.ofMillis(1));
    assertThat(ring.signing(clock.instant()).id()).isEqualTo(id(SECOND, 1));
  }

  @Test
  void aKeyMadeToSignAtOnceWaitsEvenAfterARestart() throws IOException, JOSEException {
    RSAKey hasty = key(START, START);
    write(new SigningKeys(List.of(plain(), hasty)));
    SigningKeyRing ring = ring();

    assertThat(ring.signing(clock.instant()).id()).isNotEqualTo(SigningKeys.id(hasty));
    clock.advance(VerificationKey.MAX_AGE);
    assertThat(ring.signing(clock.instant()).id()).isEqualTo(SigningKeys.id(hasty));
  }

  @Test
  void aKeyThatIsTheOnlyOneSignsAtOnce() throws IOException {
    SigningKeyRing ring = ring();
    SigningKeys other = SigningKeys.first(START);
    write(other);
    clock.advance(KeyFile.BETWEEN_LOOKS);

    assertThat(ring.signing(clock.instant()).id()).isEqualTo(id(other, 0));
    assertThat(ring.published(clock.instant()))
        .extracting(VerificationKey::id)
        .containsExactly(id(other, 0));
  }

  @Test
  void ofKeysWithoutATimeTheFirstSigns() throws IOException, JOSEException {
    RSAKey one = plain();
    write(new SigningKeys(List.of(one, plain())));

    assertThat(ring().signing(clock.instant()).id()).isEqualTo(SigningKeys.id(one));
  }

  @Test
  void aBadFileChangesNothing() throws IOException {
    SigningKeyRing ring = ring();
    for (String bad :
        List.of("", "{", "{\"keys\":[]}", SigningKeys.first(START.plusSeconds(9999)).json())) {
      Files.writeString(file, bad);
      clock.advance(KeyFile.BETWEEN_LOOKS);
      assertThat(ring.signing(clock.instant()).id()).isEqualTo(id(FIRST, 0));
    }
    Files.delete(file);
    clock.advance(KeyFile.BETWEEN_LOOKS);
    assertThat(ring.signing(clock.instant()).id()).isEqualTo(id(FIRST, 0));

    write(SECOND);
    clock.advance(KeyFile.BETWEEN_LOOKS);
    assertThat(ring.published(clock.instant())).hasSize(2);
  }

  /// Two replicas that get a new file at different times, one of them restarted at every turn, and
  /// readers that fetched keys from either at any time and keep them for five minutes.
  @Test
  void noTokenOfAnyMomentIsUnverifiableByAnybodyWhoseKeysAreFresh() throws IOException {
    Path late = folder.resolve("late.json");
    Files.writeString(late, FIRST.json());
    SigningKeys keys = FIRST;
    List<SigningKeyRing> replicas = new ArrayList<>(List.of(ring(), ring(late)));
    Deque<Reader> readers = new ArrayDeque<>();
    Deque<Signed> alive = new ArrayDeque<>();
    Duration step = Duration.ofSeconds(20);
    for (int at = 0; at < 6 * 180; at++) {
      Instant now = clock.instant();
      // Every half hour or so, often enough for three keys at a time.
      if (at % 97 == 10) {
        keys = keys.rotate(now).keys();
        write(keys);
      }
      // Two minutes later on the other node.
      if (at % 97 == 16) {
        Files.writeString(late, keys.json());
        replicas.set(0, ring());
      }
      for (SigningKeyRing replica : replicas) {
        readers.add(new Reader(now, ids(replica.published(now))));
        alive.add(new Signed(now, replica.signing(now).id()));
      }
      readers.removeIf(reader -> !now.isBefore(reader.at.plus(VerificationKey.MAX_AGE)));
      alive.removeIf(token -> !now.isBefore(token.at.plus(AccessToken.LIFETIME)));

      Set<String> needed = alive.stream().map(Signed::key).collect(Collectors.toSet());
      for (Reader reader : readers) {
        assertThat(reader.keys).as("read at %s, now %s", reader.at, now).containsAll(needed);
      }
      clock.advance(step);
    }
    assertThat(keys.keys().getFirst()).isNotEqualTo(FIRST.keys().getFirst());
  }

  private record Reader(Instant at, Set<String> keys) {}

  private record Signed(Instant at, String key) {}

  private static Set<String> ids(List<VerificationKey> keys) {
    return keys.stream().map(VerificationKey::id).collect(Collectors.toSet());
  }

  private SigningKeyRing ring() {
    return ring(file);
  }

  private SigningKeyRing ring(Path from) {
    return new SigningKeyRing(
        KeyFile.read(from, text -> SigningKeys.parseFor(clock.instant(), text), clock), clock);
  }

  private void write(SigningKeys keys) throws IOException {
    Files.writeString(file, keys.json());
  }

  private static String id(SigningKeys keys, int index) {
    return SigningKeys.id(keys.keys().get(index));
  }

  private static RSAKey plain() throws JOSEException {
    return new RSAKeyGenerator(2048).generate();
  }

  private static RSAKey key(Instant made, Instant begin) throws JOSEException {
    return new RSAKeyGenerator(2048)
        .issueTime(Date.from(made))
        .notBeforeTime(Date.from(begin))
        .generate();
  }
}
