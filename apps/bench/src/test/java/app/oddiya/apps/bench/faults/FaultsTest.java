package app.oddiya.apps.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.stores.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The drill in short: real stores and processes, a clock that runs fast, and some jobs.
class FaultsTest {

  private static final int SPEED = 5;

  @Test
  void nothingIsLostNothingIsMadeTwiceAndNothingIsStuck(@TempDir Path folder) throws Exception {
    Faults.Plan plan =
        new Faults.Plan(
            4, 8, 0, Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofMinutes(2), 1);
    List<String> said = new ArrayList<>();

    Faults.Result result;
    try (Drill drill = new Drill(new Home(folder), plan, SPEED, 200)) {
      result = new Faults(drill, plan, said::add).run();
    }

    assertThat(result.verdict().remarks()).as(() -> String.join("\n", said)).isEmpty();
    assertThat(result.verdict()).isEqualTo(new Ledger.Verdict(0, 0, 0, List.of()));
    assertThat(result.orders()).isEqualTo(plan.users() * plan.films());
    assertThat(result.backlog()).isLessThan(Duration.ofSeconds(10));
  }
}
