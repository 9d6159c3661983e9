package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.place.DayKind;
import app.oddiya.domain.planning.place.Holidays;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// What every [Holidays] does. The one under test knows the year 2027.
public interface HolidaysContract {

  Holidays holidays();

  @Test
  default void anOrdinaryDayIsOne() {
    assertThat(holidays().on(LocalDate.parse("2027-04-10"))).isEqualTo(DayKind.ORDINARY);
  }

  @Test
  default void aPublicHolidayIsOne() {
    assertThat(holidays().on(LocalDate.parse("2027-03-01"))).isEqualTo(DayKind.PUBLIC_HOLIDAY);
  }

  @Test
  default void theGreatFestivalsAreToldFromTheDaysBesideThem() {
    assertThat(holidays().on(LocalDate.parse("2027-02-07"))).isEqualTo(DayKind.SEOLLAL_OR_CHUSEOK);
    assertThat(holidays().on(LocalDate.parse("2027-09-15"))).isEqualTo(DayKind.SEOLLAL_OR_CHUSEOK);
    assertThat(holidays().on(LocalDate.parse("2027-02-06")))
        .isEqualTo(DayKind.BESIDE_SEOLLAL_OR_CHUSEOK);
    assertThat(holidays().on(LocalDate.parse("2027-09-16")))
        .isEqualTo(DayKind.BESIDE_SEOLLAL_OR_CHUSEOK);
  }

  @Test
  default void aYearThatNothingHasBeenPublishedForIsUnknownEvenOnNewYearsDay() {
    assertThat(holidays().on(LocalDate.parse("2099-01-01"))).isEqualTo(DayKind.UNKNOWN);
    assertThat(holidays().on(LocalDate.parse("1999-04-10"))).isEqualTo(DayKind.UNKNOWN);
  }
}
