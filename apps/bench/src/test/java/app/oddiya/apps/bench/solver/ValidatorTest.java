package app.oddiya.apps.bench.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.apps.bench.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three places on a line: the way to the second is 7.07 long, cut to 7.0.
class ValidatorTest {

  private static final String TEXT =
      """
      4 1 3 1
      0 200
        0 0.00 0.00 0.00 0.00 0 0 0 40
        1 3.00 4.00 2.00 10.00 1 2 3 4 6 9
        2 5.00 5.00 2.50 20.00 1 1 1 0 7
        3 9.00 0.00 1.00 5.00 1 1 1 0 99
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("line.txt"), TEXT);
  }

  @Test
  void aVisitMayBeginAtTheVeryLastMoment() {
    assertThat(score(List.of(List.of(2, 3)))).isEqualTo(25);
    assertThat(score(List.of(List.of(2), List.of(1, 3)))).isEqualTo(35);
  }

  @Test
  void oneMomentLaterIsTooLate() {
    assertThatThrownBy(() -> score(List.of(List.of(1, 2))))
        .isInstanceOf(BenchFailure.class)
        .hasMessageContaining("vertex 2 is reached too late, at 10.2");
  }

  @Test
  void noVertexIsVisitedTwiceAndTheBaseNeverCounts() {
    assertThatThrownBy(() -> score(List.of(List.of(3), List.of(3)))).hasMessageContaining("twice");
    assertThatThrownBy(() -> score(List.of(List.of(0)))).isInstanceOf(BenchFailure.class);
  }

  @Test
  void whatTheSolverFindsIsScoredAsTheSolverScoresIt() {
    Trial trial = Trial.run(file, 2, 0.01);

    assertThat(trial.score()).isEqualTo(35);
    assertThat(trial.gapTo(70)).isEqualTo(50);
  }

  private double score(List<List<Integer>> routes) {
    return new Validator(file).score(routes).doubleValue();
  }
}
