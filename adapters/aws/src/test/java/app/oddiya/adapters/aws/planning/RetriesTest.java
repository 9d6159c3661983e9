package app.oddiya.adapters.aws.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTest {

  @Test
  void pausesDouble() {
    assertThat(pauses(0)).containsExactly(400L, 800L, 1600L);
  }

  @Test
  void chanceCutsThemByUpToHalf() {
    assertThat(pauses(1)).containsExactly(200L, 400L, 800L);
    assertThat(pauses(0.5)).containsExactly(300L, 600L, 1200L);
  }

  private static Iterable<Long> pauses(double chance) {
    var retries = new Retries(4, 2, Duration.ofMillis(400), () -> chance);
    return IntStream.rangeClosed(1, 3)
        .mapToObj(tries -> retries.pauseAfter(tries).toMillis())
        .toList();
  }
}
