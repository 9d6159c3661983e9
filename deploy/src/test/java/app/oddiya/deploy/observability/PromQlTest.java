package app.oddiya.deploy.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromQlTest {

  @Test
  void aQuerySaysWhatItAsksFor() {
    PromQl query =
        PromQl.read(
            "sum by (route) (rate(a_total{service=\"plan\", status=~\"5..\"}[5m])) / b > 0.5");

    assertThat(query.flaws()).isEmpty();
    assertThat(query.metrics()).containsExactly("a_total", "b");
    assertThat(query.labels()).containsExactly("route", "service", "status");
    assertThat(query.services()).containsExactly("plan");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum(rate(a[5m])",
        "sum rate(a[5m]))",
        "guess(a)",
        "rate([5m])",
        "a{b}",
        "a{b=c}",
        "sum(1)",
        "a $ b",
        "rate > 1"
      })
  void whatIsNoneHasFlaws(String query) {
    assertThat(PromQl.read(query).flaws()).isNotEmpty();
  }
}
