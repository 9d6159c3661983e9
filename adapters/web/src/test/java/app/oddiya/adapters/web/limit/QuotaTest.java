package app.oddiya.adapters.web.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaTest {

  @Test
  void isWrittenAsRequestsInATime() {
    assertThat(Quota.parse("5/10s")).hasValue(new Quota(5, Duration.ofSeconds(10)));
    assertThat(Quota.parse("60/1m")).hasValue(new Quota(60, Duration.ofMinutes(1)));
    assertThat(Quota.parse("1000000000/24h"))
        .hasValue(new Quota(1_000_000_000, Duration.ofDays(1)));
    assertThat(Quota.parse("1/1d")).hasValue(new Quota(1, Duration.ofDays(1)));
  }

  @Test
  void canBeSwitchedOff() {
    assertThat(Quota.parse("off")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "60",
        "60/m",
        "0/1m",
        "-1/1m",
        "60/0s",
        "60/1w",
        "60/1M",
        " 60/1m",
        "60/2d",
        "60/25h",
        "1000000001/1m",
        "99999999999/1m",
        "1.5/1m",
        "OFF",
        "60/1m/1s",
        "६/1m"
      })
  void anythingElseIsNone(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quota.parse(text))
        .withMessageStartingWith("must be off, or requests/time");
  }
}
