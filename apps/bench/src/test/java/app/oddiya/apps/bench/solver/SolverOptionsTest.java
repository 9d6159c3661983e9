package app.oddiya.apps.bench.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SolverOptionsTest {

  private static final TreeSet<Integer> ALL = new TreeSet<>(List.of(1, 2, 3, 4));

  @Test
  void withoutOptionsEveryRowWithABarIsMeasured() {
    assertThat(rows()).containsExactly("1 in 0.1", "1 in 1", "2 in 2", "3 in 2", "4 in 2");
  }

  @Test
  void optionsLimitTheRows() {
    assertThat(rows("--routes", "1")).containsExactly("1 in 0.1", "1 in 1");
    assertThat(rows("--seconds", "0.50", "--routes", "3")).containsExactly("3 in 0.5");
    assertThat(rows("--seconds", "10")).hasSize(4).contains("2 in 10");
  }

  @Test
  void nonsenseIsSaidToBe() {
    for (List<String> words :
        List.of(
            List.of("--fast"),
            List.of("--seconds"),
            List.of("--seconds", "0"),
            List.of("--seconds", "soon"),
            List.of("--routes", "0"))) {
      assertThatThrownBy(() -> SolverOptions.parse(words))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static List<String> rows(String... words) {
    return SolverOptions.parse(List.of(words)).rows(ALL).stream()
        .map(row -> row.routes() + " in " + row.duration().toPlainString())
        .toList();
  }
}
