package app.oddiya.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

  private final RetryBudget budget = new RetryBudget();

  @Test
  void tenCallsEarnOneRetry() {
    calls(9);
    assertThat(budget.spend()).isFalse();
    calls(1);
    assertThat(budget.spend()).isTrue();
    assertThat(budget.spend()).isFalse();
  }

  @Test
  void atMostTenRetriesAreKept() {
    calls(1_000);

    assertThat(IntStream.range(0, 100).filter(i -> budget.spend()).count()).isEqualTo(10);
  }

  private void calls(int many) {
    for (int i = 0; i < many; i++) {
      budget.earn();
    }
  }
}
