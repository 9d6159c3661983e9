package app.oddiya.domain.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.place.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaminaTest {

  @ParameterizedTest
  @EnumSource
  void aSlowerPaceAsksForLess(Pace pace) {
    Stamina slower = Stamina.of(wish(pace.slower(), 0));
    Stamina stamina = Stamina.of(wish(pace, 0));

    assertThat(slower.most().isWithin(stamina.most())).isTrue();
    assertThat(slower.restMinutes()).isGreaterThanOrEqualTo(stamina.restMinutes());
  }

  @ParameterizedTest
  @EnumSource
  void withChildrenLessIsAskedForInEveryRespect(Pace pace) {
    Stamina adults = Stamina.of(wish(pace, 0));
    Stamina family = Stamina.of(wish(pace, 1));

    assertThat(family.most().minutes()).isLessThan(adults.most().minutes());
    assertThat(family.most().metersOnFoot()).isLessThan(adults.most().metersOnFoot());
    assertThat(family.restMinutes()).isGreaterThan(adults.restMinutes());
    assertThat(family.dayEnds()).isLessThan(adults.dayEnds());
    assertThat(family.nightEnds()).isLessThan(adults.nightEnds());
  }

  @Test
  void halfIsLeftForTheRestOfADayWhateverIsNeeded() {
    Stamina relaxed = Stamina.of(wish(Pace.RELAXED, 0));

    assertThat(relaxed.most()).isEqualTo(new Exertion(120, 2_500));
    assertThat(relaxed.mostWith(Exertion.NONE)).isEqualTo(relaxed.most());
    assertThat(relaxed.mostWith(new Exertion(60, 1_250))).isEqualTo(relaxed.most());
    assertThat(relaxed.mostWith(new Exertion(200, 300))).isEqualTo(new Exertion(260, 2_500));
  }

  @Test
  void onlyWhatIsWalkedCountsAsOnFoot() {
    assertThat(
            Exertion.of(
                List.of(
                    new Leg(TravelMode.WALK, 12, 800, true),
                    new Leg(TravelMode.TRANSIT, 30, 9_000, true),
                    new Leg(TravelMode.WALK, 3, 200, false))))
        .isEqualTo(new Exertion(45, 1_000));
  }

  private static PlanRequest wish(Pace pace, int children) {
    return new PlanRequest(
        new Destination.Named("Busan"),
        LocalDate.parse("2027-04-10"),
        LocalDate.parse("2027-04-10"),
        new Party(2, children),
        Optional.empty(),
        List.of(),
        pace,
        List.of(),
        List.of(),
        Optional.empty(),
        Language.EN,
        Optional.empty());
  }
}
