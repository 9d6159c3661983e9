package app.oddiya.apps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

  private static final Figure TIMES =
      Figure.atMostTimes(4, "CPU", 90, "ms", new Figure.Peer("nginx", 30));
  private static final Figure BESIDE =
      Figure.atMost(150, "RSS", 160.5, "MiB").beside("Spring", 260);

  @Test
  void aBarIsAboutTheRatioWhereThereIsOne() {
    assertThat(TIMES.ratio()).contains(3.0);
    assertThat(TIMES.holds()).isTrue();
    assertThat(Figure.atMostTimes(2.9, "CPU", 90, "ms", new Figure.Peer("n", 30)).holds())
        .isFalse();
  }

  @Test
  void aBarIsAboutTheValueWhereThePeerIsOnlyShownBeside() {
    assertThat(BESIDE.ratio()).isEmpty();
    assertThat(BESIDE.holds()).isFalse();
    assertThat(Figure.atMost(150, "RSS", 150, "MiB").holds()).isTrue();
  }

  @Test
  void whatIsNoNumberIsNoFigure() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Figure.atMost(1, "CPU", Double.NaN, "ms"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Figure.atMostTimes(4, "CPU", 1, "ms", new Figure.Peer("nginx", 0)));
  }

  @Test
  void theFileIsAnArrayOfFiguresWithNumbers() {
    JsonNode rows = JsonMapper.shared().readTree(new Report(List.of(TIMES, BESIDE)).asJson());
    assertThat(rows)
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    [{"figure":"CPU","value":90.0,"unit":"ms","peer":"nginx","peerValue":30.0,
                      "ratio":3.0,"bar":4.0,"holds":true},
                     {"figure":"RSS","value":160.5,"unit":"MiB","peer":"Spring","peerValue":260.0,
                      "ratio":null,"bar":150.0,"holds":false}]
                    """));
  }

  @Test
  void theTableIsAligned() {
    assertThat(new Report(List.of(TIMES, BESIDE)).asTable())
        .isEqualTo(
            """
            figure  value      beside        ratio  bar         holds
            CPU     90.0 ms    nginx 30.0    3.000  <= 4.000 x  yes
            RSS     160.5 MiB  Spring 260.0         <= 150.0 MiB  NO
            """
                .replace("<= 4.000 x  yes", "<= 4.000 x    yes")
                .replace("bar         holds", "bar           holds"));
  }

  @Test
  void allBarsHoldOrTheRunDoesNot() {
    assertThat(new Report(List.of(TIMES)).holds()).isTrue();
    assertThat(new Report(List.of(TIMES, BESIDE)).holds()).isFalse();
  }
}
