package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WordsTest {

  private final AtomicInteger set = new AtomicInteger();
  private final Words words =
      new Words(
          () -> {
            set.incrementAndGet();
            return Optional.of(new Sheet(8, 8).at(0));
          },
          10,
          30,
          4);

  @Test
  void wordsAreSetWhenTheyAreSeenAndOnce() {
    assertThat(set).hasValue(0);

    assertThat(words.overlay()).isEqualTo(words.overlay()).isPresent();

    assertThat(set).hasValue(1);
  }

  @Test
  void wordsAreKeptAsLongAsTheyAreSeenAndNotLonger() {
    Optional<Overlay> first = words.overlay();

    words.forgetBefore(29);
    assertThat(words.overlay().orElseThrow()).isSameAs(first.orElseThrow());
    assertThat(words.strength(29)).isPositive();

    words.forgetBefore(30);
    assertThat(words.strength(30)).isZero();
    assertThat(words.overlay().orElseThrow()).isNotSameAs(first.orElseThrow());
  }
}
