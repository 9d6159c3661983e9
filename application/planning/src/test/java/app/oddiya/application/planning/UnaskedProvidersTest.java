package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.memory.planning.MemoryTravelTimes;
import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Source;
import app.oddiya.domain.planning.plan.Check;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.testkit.story.Trips;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Places of a provider that was asked once and cannot be any more, since its key was taken away.
class UnaskedProvidersTest {

  private static final Duration AMPLE = Duration.ofSeconds(30);
  private static final PlaceId ID = new PlaceId("kakao", "10542741");
  private static final Place HELD =
      Place.outlined(
          ID,
          new LocalText("해운대시장", Map.of(Language.EN, "Haeundae Market")),
          Category.MARKET,
          Town.at(2, 1),
          Optional.empty(),
          new Source("kakao", "10542741", Trips.FETCHED));

  private final Town busan = Town.withPlaces();

  @Test
  void areCheckedWithDoubtAndNotSaidToBeGone() {
    for (Language language : Language.values()) {
      PlanRequest wish = new Wishes().in(language).build();
      List<Sketch.Visit> visits =
          List.of(
              new Sketch.Visit.Wanted(
                  Optional.empty(),
                  ID,
                  Optional.empty(),
                  OptionalInt.empty(),
                  Optional.empty(),
                  false));
      Sketch sketch =
          new Sketch(
              wish,
              wish.dates().stream()
                  .map(date -> new Sketch.Day(date, isFirst(wish, date) ? visits : List.of()))
                  .toList());

      var checked = (Checking.Checked) checker().check(Town.TRAVELLER, sketch, List.of(HELD), in());

      Check exists = checked.days().getFirst().stops().getFirst().checks().exists();
      assertThat(exists.verdict()).isEqualTo(Verdict.UNKNOWN);
      assertThat(exists.reason())
          .isEqualTo(
              Texts.in(language)
                  .say(
                      Phrase.EXISTS_NOT_ASKED,
                      Texts.in(language).provider("kakao"),
                      "10542741",
                      "2026-11"));
      assertThat(checked.certificate().verdict()).isNotEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void canBeWishedForAndThatTheyWereNotAskedForIsSaid() {
    Draft draft =
        ((Writing.Written) write(new Wishes().mustVisit(new MustVisit.Known(ID)).build())).draft();

    Stop stop =
        draft.days().stream()
            .flatMap(day -> day.stops().stream())
            .filter(it -> it.placeId().equals(ID))
            .findFirst()
            .orElseThrow();
    assertThat(stop.checks().exists().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(draft.certificate().verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void areUnknownWhereWeHoldNoRecord() {
    PlanRequest wish =
        new Wishes().mustVisit(new MustVisit.Known(new PlaceId("kakao", "1"))).build();

    assertThat(((Writing.Infeasible) write(wish)).conflicts())
        .extracting(Conflict::kind)
        .containsExactly(Conflict.Kind.UNKNOWN_MUST_VISIT);
  }

  private static boolean isFirst(PlanRequest wish, LocalDate date) {
    return wish.start().equals(date);
  }

  private Writing write(PlanRequest wish) {
    return busan.planner().write(Town.TRAVELLER, wish, List.of(HELD), _ -> {}, in());
  }

  private CheckPlan checker() {
    return new CheckPlan(
        busan.places,
        busan.holidays,
        new MemoryTravelTimes(),
        busan.weather,
        busan.rates,
        busan.clock,
        UUID::randomUUID);
  }

  private Deadline in() {
    return Deadline.in(AMPLE, busan.clock);
  }
}
