package app.oddiya.adapters.traveldata.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.place.DayKind;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.testkit.contract.HolidaysContract;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PublishedHolidaysTest implements HolidaysContract {

  @Override
  public Holidays holidays() {
    return PublishedHolidays.read();
  }

  @Test
  void threeYearsAreKnown() {
    assertThat(holidays().on(LocalDate.parse("2025-12-31"))).isEqualTo(DayKind.UNKNOWN);
    assertThat(holidays().on(LocalDate.parse("2026-01-02"))).isEqualTo(DayKind.ORDINARY);
    assertThat(holidays().on(LocalDate.parse("2028-12-31"))).isEqualTo(DayKind.ORDINARY);
    assertThat(holidays().on(LocalDate.parse("2029-01-01"))).isEqualTo(DayKind.UNKNOWN);
  }

  @Test
  void substituteHolidaysCountAndThoseOfAFestivalStandBesideIt() {
    assertThat(holidays().on(LocalDate.parse("2026-03-02"))).isEqualTo(DayKind.PUBLIC_HOLIDAY);
    assertThat(holidays().on(LocalDate.parse("2027-02-09")))
        .isEqualTo(DayKind.BESIDE_SEOLLAL_OR_CHUSEOK);
    assertThat(holidays().on(LocalDate.parse("2028-10-03"))).isEqualTo(DayKind.SEOLLAL_OR_CHUSEOK);
  }
}
