package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.agent.Spending;
import app.oddiya.domain.planning.agent.Spending.Amount;
import app.oddiya.domain.planning.agent.Spending.Caps;
import app.oddiya.domain.planning.agent.Spending.Grant;
import app.oddiya.domain.planning.agent.Spending.Reservation;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [Spending] does.
public interface SpendingContract {

  Caps CAPS = new Caps(new Amount(1_000, 50_000), new Amount(2_500, 200_000));

  UserId TRAVELLER = new UserId(61);
  UserId OTHER = new UserId(62);
  UserId THIRD = new UserId(63);
  Instant NOW = SettableClock.A_MORNING;

  /// With [#CAPS], the same one throughout a test; nothing is spent at first.
  Spending spending();

  @Test
  default void whatIsLeftCanBeReserved() {
    assertThat(reserve(TRAVELLER, new Amount(1_000, 50_000)))
        .isEqualTo(
            new Grant.Reserved(
                new Reservation(
                    TRAVELLER,
                    NOW.truncatedTo(ChronoUnit.DAYS).getEpochSecond() / 86_400,
                    new Amount(1_000, 50_000))));
  }

  @Test
  default void noTravellerGetsMoreMoneyThanTheirCap() {
    reserved(TRAVELLER, new Amount(600, 1));

    assertThat(reserve(TRAVELLER, new Amount(401, 1))).isEqualTo(new Grant.Exhausted());
    assertThat(reserve(OTHER, new Amount(401, 1))).isInstanceOf(Grant.Reserved.class);
  }

  @Test
  default void noTravellerGetsMoreTokensThanTheirCap() {
    reserved(TRAVELLER, new Amount(1, 30_000));

    assertThat(reserve(TRAVELLER, new Amount(1, 20_001))).isEqualTo(new Grant.Exhausted());
    assertThat(reserve(OTHER, new Amount(1, 20_001))).isInstanceOf(Grant.Reserved.class);
  }

  @Test
  default void allTogetherGetNoMoreThanTheirCap() {
    reserved(TRAVELLER, new Amount(1_000, 1));
    reserved(OTHER, new Amount(1_000, 1));

    assertThat(reserve(THIRD, new Amount(501, 1))).isEqualTo(new Grant.Exhausted());
    assertThat(reserve(THIRD, new Amount(500, 1))).isInstanceOf(Grant.Reserved.class);
  }

  @Test
  default void whatIsRefusedTakesNothing() {
    reserve(TRAVELLER, new Amount(1_001, 1));
    reserve(TRAVELLER, new Amount(1, 50_001));
    reserved(OTHER, new Amount(1_000, 1));
    reserved(THIRD, new Amount(1_000, 1));
    reserve(TRAVELLER, new Amount(600, 1));

    assertThat(reserve(TRAVELLER, new Amount(500, 49_000))).isInstanceOf(Grant.Reserved.class);
  }

  @Test
  default void whatWasNotUsedCanBeReservedAgain() {
    Reservation first = reserved(TRAVELLER, new Amount(1_000, 50_000));
    reserved(OTHER, new Amount(1_000, 1));

    spending().settle(first, new Amount(400, 20_000), Deadlines.ample());

    assertThat(reserve(TRAVELLER, new Amount(601, 1))).isEqualTo(new Grant.Exhausted());
    assertThat(reserve(TRAVELLER, new Amount(1, 30_001))).isEqualTo(new Grant.Exhausted());
    reserved(TRAVELLER, new Amount(600, 30_000));
    assertThat(reserve(THIRD, new Amount(501, 1))).isEqualTo(new Grant.Exhausted());
    assertThat(reserve(THIRD, new Amount(500, 1))).isInstanceOf(Grant.Reserved.class);
  }

  @Test
  default void whatWasUsedBeyondAReservationCounts() {
    Reservation first = reserved(TRAVELLER, new Amount(100, 100));

    spending().settle(first, new Amount(700, 100), Deadlines.ample());

    assertThat(reserve(TRAVELLER, new Amount(301, 1))).isEqualTo(new Grant.Exhausted());
    assertThat(reserve(TRAVELLER, new Amount(300, 1))).isInstanceOf(Grant.Reserved.class);
  }

  @Test
  default void aDayBeginsAtMidnightInUtc() {
    Instant midnight = NOW.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    spending().reserve(TRAVELLER, new Amount(1_000, 1), midnight.minusMillis(1), Deadlines.ample());

    assertThat(
            spending()
                .reserve(TRAVELLER, new Amount(1, 1), midnight.minusMillis(1), Deadlines.ample()))
        .isEqualTo(new Grant.Exhausted());
    assertThat(spending().reserve(TRAVELLER, new Amount(1_000, 1), midnight, Deadlines.ample()))
        .isInstanceOf(Grant.Reserved.class);
  }

  @Test
  default void aReservationIsSettledOnItsOwnDay() {
    Reservation yesterday = reserved(TRAVELLER, new Amount(1_000, 1));
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    spending().reserve(TRAVELLER, new Amount(1_000, 1), tomorrow, Deadlines.ample());

    spending().settle(yesterday, new Amount(0, 0), Deadlines.ample());

    assertThat(spending().reserve(TRAVELLER, new Amount(1, 1), tomorrow, Deadlines.ample()))
        .isEqualTo(new Grant.Exhausted());
    assertThat(reserve(TRAVELLER, new Amount(1_000, 1))).isInstanceOf(Grant.Reserved.class);
  }

  @Test
  default void whatNobodyReservedIsNotGivenBack() {
    var forgotten = new Reservation(TRAVELLER, 3, new Amount(900, 900));

    spending().settle(forgotten, new Amount(0, 0), Deadlines.ample());

    assertThat(
            spending()
                .reserve(
                    TRAVELLER,
                    new Amount(1_001, 1),
                    Instant.EPOCH.plus(Duration.ofDays(3)),
                    Deadlines.ample()))
        .isEqualTo(new Grant.Exhausted());
  }

  @Test
  default void manyAtOnceGetNoMoreThanOneAfterTheOther() {
    List<Grant> grants = Together.run(20, () -> reserve(TRAVELLER, new Amount(140, 1)));

    assertThat(grants).filteredOn(Grant.Reserved.class::isInstance).hasSize(7);
  }

  private Reservation reserved(UserId traveller, Amount amount) {
    return ((Grant.Reserved) reserve(traveller, amount)).reservation();
  }

  private Grant reserve(UserId traveller, Amount amount) {
    return spending().reserve(traveller, amount, NOW, Deadlines.ample());
  }
}
