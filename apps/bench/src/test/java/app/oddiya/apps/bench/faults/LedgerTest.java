package app.oddiya.apps.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.bench.faults.Ledger.Found;
import app.oddiya.apps.bench.faults.Ledger.Row;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// That the ledger sees what is wrong.
class LedgerTest {

  private static final UUID KEY = new UUID(0, 1);
  private static final String FILM = "films/1/7/2/film.mp4";
  private static final List<String> FILES = List.of(FILM, "films/1/7/2/poster.jpg");
  private static final List<String> TOLD = List.of("topic COMPLETED", "phone COMPLETED");

  private final Ledger ledger = new Ledger();

  @Test
  void aJobThatHasItsFilmAndWasToldIsInOrder() {
    ledger.accepted(KEY, "7");
    ledger.accepted(KEY, "7");

    assertThat(ledger.compare(found("COMPLETED", FILES, TOLD)))
        .isEqualTo(new Ledger.Verdict(0, 0, 0, List.of()));
  }

  @Test
  void aJobWithoutARowAFilmOrAWordIsLost() {
    ledger.accepted(KEY, "7");

    assertThat(ledger.compare(new Found(Map.of(), List.of(), Map.of())).lost()).isOne();
    assertThat(ledger.compare(found("COMPLETED", List.of(), TOLD)).lost()).isOne();
    assertThat(ledger.compare(found("COMPLETED", FILES, List.of())).lost()).isOne();
    assertThat(ledger.compare(found("FAILED", List.of(), TOLD)).lost()).isOne();
  }

  @Test
  void aJobWithTwoFilmsTwoEndsOrTwoRowsIsDoubled() {
    ledger.accepted(KEY, "7");

    List<String> more = List.of(FILM, "films/1/7/2/poster.jpg", "films/1/7/1/film.mp4");
    assertThat(ledger.compare(found("COMPLETED", more, TOLD)).doubled()).isOne();
    List<String> both = List.of("topic COMPLETED", "phone COMPLETED", "topic FAILED");
    assertThat(ledger.compare(found("COMPLETED", FILES, both)).doubled()).isOne();
    ledger.accepted(KEY, "8");
    assertThat(ledger.compare(found("COMPLETED", FILES, TOLD)).doubled()).isEqualTo(2);
  }

  @Test
  void aDeletedJobThatIsStillThereIsDoubledAndOneThatIsGoneIsInOrder() {
    ledger.accepted(KEY, "7");
    ledger.deleted("7");

    assertThat(ledger.compare(found("COMPLETED", List.of(), TOLD)).doubled()).isOne();
    assertThat(ledger.compare(new Found(Map.of(), FILES, Map.of())).doubled()).isOne();
    assertThat(ledger.compare(new Found(Map.of(), List.of(), Map.of())))
        .isEqualTo(new Ledger.Verdict(0, 0, 0, List.of()));
  }

  @Test
  void aJobWithoutAnEndIsStuck() {
    ledger.accepted(KEY, "7");

    assertThat(ledger.compare(found("PROCESSING", List.of(), List.of())).stuck()).isOne();
  }

  private static Found found(String status, List<String> objects, List<String> told) {
    return new Found(Map.of("7", new Row(KEY, status, FILM, "")), objects, Map.of("7", told));
  }
}
