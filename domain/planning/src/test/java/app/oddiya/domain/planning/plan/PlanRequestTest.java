package app.oddiya.domain.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanRequestTest {

  @Test
  void whatIsSpelledInOtherWaysIsTheSameInEssence() {
    PlanRequest one =
        wish("Seoul", "300000", "Street Food", "N Seoul Tower", List.of("zoo", "Aquarium"), "a");
    PlanRequest other =
        wish(
            " SEOUL\t",
            "300000.00",
            "street  food",
            "n seoul tower",
            List.of("aquarium", "ZOO", "zoo"),
            "b");

    assertThat(one).isNotEqualTo(other);
    assertThat(one.essence()).isEqualTo(other.essence());
  }

  @Test
  void anythingElseMakesADifference() {
    PlanRequest one = wish("Seoul", "300000", "food", "tower", List.of(), "a");

    assertThat(one.essence())
        .isNotEqualTo(wish("Busan", "300000", "food", "tower", List.of(), "a").essence())
        .isNotEqualTo(wish("Seoul", "300001", "food", "tower", List.of(), "a").essence())
        .isNotEqualTo(wish("Seoul", "300000", "history", "tower", List.of(), "a").essence())
        .isNotEqualTo(wish("Seoul", "300000", "food", "palace", List.of(), "a").essence())
        .isNotEqualTo(wish("Seoul", "300000", "food", "tower", List.of("zoo"), "a").essence())
        .isNotEqualTo(one.on(one.start().plusDays(1), one.end().plusDays(1)).essence());
  }

  private static PlanRequest wish(
      String city, String budget, String interest, String must, List<String> avoid, String notes) {
    LocalDate start = LocalDate.parse("2027-04-10");
    return new PlanRequest(
        new Destination.Named(city),
        start,
        start.plusDays(1),
        new Party(2, 1),
        Optional.of(new Money(new BigDecimal(budget), Currency.getInstance("KRW"))),
        List.of(interest),
        Pace.BALANCED,
        List.of(
            new MustVisit.Called(must),
            new MustVisit.Known(new PlaceId("catalogue", "seoul-Gyeongbokgung"))),
        avoid,
        Optional.of(new GeoPoint(37.5, 127)),
        Language.EN,
        Optional.of(notes));
  }
}
