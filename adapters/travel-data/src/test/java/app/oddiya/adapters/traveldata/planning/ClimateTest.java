package app.oddiya.adapters.traveldata.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.GeoPoint;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The table of means, city by city and month by month.
class ClimateTest {

  private final Climate.Table table = Climate.table();

  @Test
  void everyCityOfTheCatalogueHasItsPointInsideIt() {
    assertThat(table.cities()).hasSize(City.values().length);
    assertThat(Arrays.asList(City.values()))
        .allSatisfy(
            city ->
                assertThat(table.cities().entrySet())
                    .filteredOn(each -> city.isCalled(each.getKey()))
                    .singleElement()
                    .satisfies(
                        each -> {
                          Climate.Point point = each.getValue().point();
                          assertThat(city.isCalled(each.getValue().ko())).isTrue();
                          assertThat(city.area().contains(new GeoPoint(point.lat(), point.lng())))
                              .isTrue();
                        }));
  }

  @Test
  void everyMonthIsThereAndCanBe() {
    assertThat(table.cities().values())
        .allSatisfy(
            city -> {
              assertThat(city.months())
                  .extracting(Climate.Month::month)
                  .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
              assertThat(city.months())
                  .allSatisfy(
                      month -> {
                        assertThat(month.lowC()).isBetween(-20.0, month.highC());
                        assertThat(month.highC()).isLessThan(40);
                        assertThat(month.precipMm()).isBetween(1.0, 1_000.0);
                        assertThat(month.rainDaysGe1mm())
                            .isBetween(0.0, month.rainDaysGe0_1mm())
                            .isLessThan(31);
                      });
            });
  }

  @Test
  void summersAreHotAndWetAndWintersColdAndDry() {
    assertThat(table.cities().values())
        .allSatisfy(
            city -> {
              Climate.Month january = city.months().getFirst();
              Climate.Month july = city.months().get(6);
              assertThat(july.lowC()).isGreaterThan(january.highC());
              assertThat(july.precipMm()).isGreaterThan(january.precipMm());
            });
  }

  @Test
  void theMeansSayWhatTheyAreOfAndWhereTheyWereRead() {
    assertThat(table.period()).isEqualTo("2016-2025");
    assertThat(table.rainDayThresholdMm()).isEqualTo(1.0);
    assertThat(table.sources()).isNotEmpty().allMatch(source -> source.startsWith("https://"));
    assertThat(table.cities().values()).allMatch(city -> city.source().startsWith("https://"));
  }
}
