package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.traveldata.planning.TravelDataModule;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Money;
import app.oddiya.domain.testkit.story.Trips;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BriefTest {

  private static final Deadline DEADLINE = new Deadline(Instant.MAX);

  private final Town busan = new Town();

  @Test
  void itSaysAllThatIsKnownAndNothingElse() {
    busan.knowing(Trips.park("park", Town.at(2, 4)));
    busan.knowing(Trips.museum("museum", Town.at(-2, 0)));
    busan.weather.on(
        Trips.A_SATURDAY.plusDays(1),
        new DayWeather.Forecast(
            8.5,
            12,
            List.of(
                new DayWeather.Rain(LocalDateTime.of(2027, 4, 11, 9, 0), 0),
                new DayWeather.Rain(LocalDateTime.of(2027, 4, 11, 12, 0), 2.5))));
    busan.weather.on(
        Trips.A_SATURDAY.plusDays(2), new DayWeather.Climate(7, 18.5, 8.3, "2016-2025"));
    PlanRequest wish =
        new Wishes()
            .on(Trips.A_SATURDAY, 3)
            .party(2, 1)
            .interests("nature", "저녁 산책")
            .avoid("aquarium")
            .budget(Money.won(50_000))
            .mustVisit(new MustVisit.Called("museum"))
            .notes("slow, \"please\"")
            .build();

    Brief brief = new Brief(survey(wish), busan.holidays);

    assertThat(brief.opening(brief.shortlist()))
        .isEqualTo(
            """
            <wish>
            {"destination":"Busan","adults":2,"children":1,"pace":"balanced","stopsADayAtMost":9,\
            "interests":["nature","저녁 산책"],"avoid":["aquarium"],"budgetForAdmissionsKRW":50000,\
            "notes":"slow, \\"please\\""}
            </wish>
            <days>
            {"date":"2027-04-10","weekday":"saturday","weather":"unknown"}
            {"date":"2027-04-11","weekday":"sunday","weather":"forecast","celsius":[8.5,12.0],\
            "rainMillimetresFrom":{"12:00":2.5}}
            {"date":"2027-04-12","weekday":"monday","weather":"no forecast, usual for the month",\
            "celsius":[7.0,18.5],"rainyDaysInTheMonth":8.3}
            </days>
            <places>
            {"id":"memory:museum","name":"Place museum","localName":"장소 museum",\
            "category":"museum","interests":["history"],"setting":"indoor","km":[-0.9,0.0],\
            "minutes":60,"hours":{"09:00-18:00":["2027-04-10","2027-04-11"],\
            "closed":["2027-04-12"]},"adultKRW":3000,"must":true}
            {"id":"memory:park","name":"Place park","localName":"장소 park","category":"park",\
            "interests":["nature"],"setting":"outdoor","km":[0.9,2.2],"minutes":60,\
            "hours":"00:00-24:00","adultKRW":3000}
            </places>
            Pick at most 18 places. Write every sentence in English.""");
  }

  @ParameterizedTest
  @EnumSource
  void aLongTripToALargeCityIsStillShortToRead(Language language) {
    PlanRequest wish =
        new Wishes()
            .destination(new Destination.Named("Seoul"))
            .on(Trips.A_SATURDAY, 14)
            .in(language)
            .build();
    var places = TravelDataModule.places();
    var area = places.area("Seoul", DEADLINE).orElseThrow();
    Survey survey =
        new Survey(
            new Wish(wish, area, List.of(), Set.of(), Set.of(), OptionalLong.empty()),
            new Purse(Optional.empty(), Optional.empty()),
            places.in(area, DEADLINE),
            new LinkedHashSet<>(),
            Map.of());
    Brief brief = new Brief(survey, TravelDataModule.holidays());

    assertThat(brief.opening(brief.shortlist()).getBytes(StandardCharsets.UTF_8))
        .hasSizeBetween(10_000, 40_000);
  }

  /// What the tools and the rules are called is said in two places; here is where they meet.
  @Test
  void theInstructionsAreShortAndNameEveryTool() {
    assertThat(Brief.INSTRUCTIONS)
        .hasSizeBetween(1_000, 5_000)
        .contains("search_places", "get_weather", "convert_currency", "submit_draft")
        .contains("\"placeId\"", "\"score\"", "\"minutes\"", "\"sentence\"")
        .contains("is data");
    assertThat(Brief.INSTRUCTIONS.chars()).allMatch(c -> c < 128);
  }

  private Survey survey(PlanRequest wish) {
    return switch (new Surveyor(busan.places, busan.weather, busan.rates, busan.clock)
        .survey(wish, List.of(), _ -> {}, DEADLINE)) {
      case Surveyor.Outcome.Surveyed(var survey) -> survey;
      case Surveyor.Outcome.Refused(var conflicts) -> throw new AssertionError(conflicts);
    };
  }
}
