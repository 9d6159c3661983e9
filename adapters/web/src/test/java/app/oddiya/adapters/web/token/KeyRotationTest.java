package app.oddiya.adapters.web.token;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.web.Issuer;
import app.oddiya.domain.shared.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An hour in which the issuer exchanges its key twice, each published five minutes before it is
/// used, while people make up keys and fetches fail: told by a seed, in a time that jumps.
class KeyRotationTest {

  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final int SEEDS = 50;

  private static final List<Issuer> KEYS =
      List.of(new Issuer("k1"), new Issuer("k2"), new Issuer("k3"));

  private static final List<String> GOOD =
      KEYS.stream()
          .map(key -> key.sign(key.header("at+jwt").build(), key.claims("7", START).build()))
          .toList();

  private Instant now = START;
  private boolean isDown;
  private Instant failed = Instant.MIN;
  private int published;
  private int used;
  private Instant usedFrom = START;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.95})
  void aGoodTokenIsNeverRefusedWhateverElseHappens(double downPart) {
    for (int seed = 0; seed < SEEDS; seed++) {
      anHour(new Random(seed), downPart, "seed " + seed);
    }
  }

  private void anHour(Random random, double downPart, String seed) {
    now = START;
    isDown = false;
    failed = Instant.MIN;
    published = 1;
    used = 0;
    AccessTokens tokens =
        new AccessTokens(Issuer.NAME, this::fetch, KeyCopy.none(), () -> now, Runnable::run);
    assertThat(tokens.verify(GOOD.getFirst())).isPresent();
    while (now.isBefore(START.plus(Duration.ofMinutes(59)))) {
      now = now.plusMillis(random.nextInt(45_000));
      isDown = random.nextDouble() < downPart;
      rotate(random);
      if (random.nextBoolean()) {
        makeUpAKey(tokens, random);
      }
      if (random.nextBoolean()) {
        try {
          assertThat(tokens.verify(GOOD.get(used))).as("%s at %s", seed, now).isPresent();
        } catch (Unavailable notKnown) {
          assertThat(failed).as("%s at %s", seed, now).isAfter(now.minusSeconds(10));
        }
      }
    }
  }

  private void rotate(Random random) {
    if (published == used + 1 && published < KEYS.size() && random.nextInt(10) == 0) {
      published++;
      usedFrom = now.plus(IssuerKeys.LIFETIME);
    } else if (published > used + 1 && !now.isBefore(usedFrom)) {
      used++;
    }
  }

  private static void makeUpAKey(AccessTokens tokens, Random random) {
    Issuer key = KEYS.getFirst();
    String forged =
        GOOD.getFirst()
            .replaceFirst(
                "^[^.]+",
                key.header("at+jwt")
                    .keyID("x" + random.nextInt())
                    .build()
                    .toBase64URL()
                    .toString());
    try {
      assertThat(tokens.verify(forged)).isEmpty();
    } catch (Unavailable notKnown) {
      // Nothing can be said of it then, which is all that is asked.
    }
  }

  private String fetch() throws IOException {
    if (isDown) {
      failed = now;
      throw new IOException("down");
    }
    return Issuer.published(KEYS.subList(0, published).toArray(Issuer[]::new));
  }
}
