package app.oddiya.domain.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CertificateTest {

  @Test
  void aPlanWithoutFindingsPasses() {
    assertThat(verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void oneDoubtMakesItUnknownAndOneFailureFailsIt() {
    assertThat(verdict(of(CheckKind.BUDGET, Verdict.PASS), of(CheckKind.OPEN, Verdict.UNKNOWN)))
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(verdict(of(CheckKind.OPEN, Verdict.UNKNOWN), of(CheckKind.DUPLICATES, Verdict.FAIL)))
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void weatherPaceAndPricesAreSaidAndDecideNothing() {
    assertThat(
            verdict(
                of(CheckKind.WEATHER, Verdict.FAIL),
                of(CheckKind.PACE, Verdict.FAIL),
                of(CheckKind.PRICES, Verdict.UNKNOWN),
                of(CheckKind.INTERESTS, Verdict.UNKNOWN)))
        .isEqualTo(Verdict.PASS);
  }

  private static Verdict verdict(Finding... findings) {
    return Certificate.of(Instant.EPOCH, Arrays.asList(findings), List.of()).verdict();
  }

  private static Finding of(CheckKind check, Verdict verdict) {
    return new Finding(Optional.of(new StopId(new UUID(0, 1))), check, verdict, "");
  }
}
