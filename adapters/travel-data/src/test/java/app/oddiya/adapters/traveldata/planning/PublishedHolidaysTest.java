package app.oddiya.adapters.traveldata.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.place.DayKind;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.testkit.contract.HolidaysContract;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedHolidaysTest implements HolidaysContract {

  @Override
  public Holidays holidays() {
    return PublishedHolidays.read();
  }

  @Test
  void everyHolidayHasItsSourcesAndIsThereOnce() {
    List<PublishedHolidays.Line> lines = PublishedHolidays.table().holidays();

    assertThat(lines).extracting(PublishedHolidays.Line::date).doesNotHaveDuplicates().isSorted();
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(LocalDate.parse(line.date()).getYear()).isBetween(2026, 2028);
              assertThat(line.ko()).isNotBlank();
              assertThat(line.en()).isNotBlank();
              assertThat(line.sources()).as(line.date()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {2026, 2027, 2028})
  void everyYearHasItsFixedHolidaysAndItsFestivals(int year) {
    assertThat(
            List.of(
                "01-01", "03-01", "05-01", "05-05", "06-06", "07-17", "08-15", "10-03", "10-09",
                "12-25"))
        .allSatisfy(
            day ->
                assertThat(holidays().on(LocalDate.parse(year + "-" + day)))
                    .as(year + "-" + day)
                    .isNotIn(DayKind.ORDINARY, DayKind.UNKNOWN));
    List<LocalDate> festivals =
        LocalDate.of(year, 1, 1)
            .datesUntil(LocalDate.of(year + 1, 1, 1))
            .filter(date -> holidays().on(date) == DayKind.SEOLLAL_OR_CHUSEOK)
            .toList();
    assertThat(festivals).hasSize(2);
    assertThat(festivals.getFirst().getMonthValue()).isBetween(1, 2);
    assertThat(festivals.getLast().getMonthValue()).isBetween(9, 10);
    assertThat(festivals)
        .allSatisfy(
            festival ->
                assertThat(List.of(festival.minusDays(1), festival.plusDays(1)))
                    .allMatch(
                        beside -> holidays().on(beside) == DayKind.BESIDE_SEOLLAL_OR_CHUSEOK));
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
