package app.oddiya.adapters.web.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

  private static final Instant NOW = Instant.EPOCH;

  private final VerifiedTokens<Integer> tokens = new VerifiedTokens<>(100);

  private long held() {
    return IntStream.range(0, 10_000).filter(i -> tokens.get("t" + i, NOW).isPresent()).count();
  }

  @Test
  void holdsAboutAsManyAsItIsTold() {
    IntStream.range(0, 10_000).forEach(i -> tokens.put("t" + i, i, NOW.plusSeconds(1)));

    assertThat(held()).isBetween(49L, 100L);
  }

  @Test
  void whatIsAskedForStays() {
    tokens.put("mine", 1, NOW.plusSeconds(1));
    for (int i = 0; i < 1_000; i++) {
      tokens.put("t" + i, i, NOW.plusSeconds(1));
      assertThat(tokens.get("mine", NOW)).hasValue(1);
    }
  }

  @Test
  void forgetsATokenAtItsEnd() {
    tokens.put("a", 1, NOW.plusSeconds(1));

    assertThat(tokens.get("a", NOW.plusMillis(999))).hasValue(1);
    assertThat(tokens.get("a", NOW.plusSeconds(1))).isEmpty();
  }
}
