package app.oddiya.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void theMedianIsTheMiddleOne() {
    assertThat(Statistics.median(List.of(9.0, 1.0, 4.0))).isEqualTo(4);
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
    assertThat(Statistics.median(List.of(9.0, 1.0, 4.0, 5.0))).isEqualTo(4.5);
  }

  @Test
  void nothingHasNoMedianAndNoPercentile() {
    assertThatIllegalArgumentException().isThrownBy(() -> Statistics.median(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> Statistics.percentile(new long[0], 50));
  }

  @Test
  void aPercentileIsTheSmallestValueThatSoManyDoNotExceed() {
    long[] values = LongStream.rangeClosed(1, 200).map(i -> 201 - i).toArray();
    assertThat(Statistics.percentile(values, 50)).isEqualTo(100);
    assertThat(Statistics.percentile(values, 99)).isEqualTo(198);
    assertThat(Statistics.percentile(values, 100)).isEqualTo(200);
    assertThat(values[0]).isEqualTo(200);
  }

  @Test
  void aPercentileOfOneValueIsThatValue() {
    assertThat(Statistics.percentile(new long[] {7}, 1)).isEqualTo(7);
  }
}
