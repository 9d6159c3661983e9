package app.oddiya.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.apps.stores.rogue.ForgedKey;
import app.oddiya.apps.stores.rogue.Reply;
import app.oddiya.apps.stores.rogue.RogueProvider;
import app.oddiya.apps.stores.rogue.RogueProvider.Door;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.time.SettableClock;
import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderKeysTest {

  private static final RogueProvider PROVIDER = RogueProvider.start();
  private static final String KID = PROVIDER.key().id();

  private final SettableClock clock = new SettableClock();
  private final ProviderKeys keys =
      new ProviderKeys(PROVIDER.at(Door.KEYS), new ProviderHttp(clock), clock);

  @BeforeEach
  void behave() {
    PROVIDER.behave();
  }

  @AfterAll
  static void stop() {
    PROVIDER.close();
  }

  @Test
  void keysAreFetchedOnceAnHourHoweverManyAskAtOnce() {
    assertThat(Together.run(20, () -> found(KID))).allSatisfy(it -> assertThat(it).contains(KID));
    assertThat(fetches()).isEqualTo(1);

    clock.advance(Duration.ofHours(1));
    assertThat(Together.run(20, () -> found(KID))).allSatisfy(it -> assertThat(it).contains(KID));
    assertThat(fetches()).isEqualTo(2);
  }

  @Test
  void anUnknownKeyIsLookedForAtOnceAndThenOnceAMinute() {
    found(KID);
    for (int second = 0; second < 120; second++) {
      assertThat(found("unknown-" + second)).containsExactly(KID);
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(fetches()).isEqualTo(3);
  }

  @Test
  void whatIsKnownOutlivesAnOutageForADayAndFewWaitForIt() {
    found(KID);
    PROVIDER.has(Door.KEYS, Reply.of(500, "text/plain", ""));
    clock.advance(Duration.ofHours(1));
    for (int i = 0; i < 10; i++) {
      assertThat(found(KID)).containsExactly(KID);
    }
    assertThat(fetches()).isEqualTo(2);

    clock.advance(Duration.ofHours(24));
    assertThatThrownBy(() -> found(KID)).isInstanceOf(Unavailable.class);
    PROVIDER.behave();
    assertThat(found(KID)).containsExactly(KID);
  }

  @Test
  void keysOfOtherKindsAreNone() {
    PROVIDER.has(Door.KEYS, Reply.json(RogueProvider.keySet(ForgedKey.ec(KID))));
    assertThatThrownBy(() -> found(KID)).isInstanceOf(Unavailable.class);

    PROVIDER.has(Door.KEYS, Reply.json(RogueProvider.keySet(ForgedKey.ec("ec"), PROVIDER.key())));
    assertThat(found(KID)).containsExactly(KID);
  }

  private List<String> found(String kid) {
    return keys.lookFor(kid, Deadline.in(Duration.ofSeconds(10), clock)).getKeys().stream()
        .map(JWK::getKeyID)
        .toList();
  }

  private static long fetches() {
    return PROVIDER.heardAt(Door.KEYS);
  }
}
