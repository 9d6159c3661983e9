package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.DayKind;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Check;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.Finding;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Money;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.story.Trips;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DraftPlanTest {

  private static final LocalDate SATURDAY = Trips.A_SATURDAY;
  private static final LocalDate MONDAY = SATURDAY.plusDays(2);
  private static final Currency DOLLAR = Currency.getInstance("USD");
  private static final Currency WON = Currency.getInstance("KRW");

  private final Town busan = Town.withPlaces();

  @Test
  void aMustVisitNeverLosesToBetterPlaces() {
    Draft draft =
        busan.draft(
            wish()
                .on(SATURDAY, 1)
                .interests("nature")
                .pace(Pace.RELAXED)
                .mustVisit(new MustVisit.Called("museum-5"), new MustVisit.Called("장소 museum-4"))
                .build());

    assertThat(draft.stops())
        .extracting(stop -> stop.placeId().id())
        .contains("museum-4", "museum-5");
    assertThat(finding(draft, CheckKind.MUST_VISIT).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void whatIsToBeAvoidedIsLeftOutInAnyLanguage() {
    Draft draft = busan.draft(wish().avoid("박물관", "park-1").build());

    assertThat(draft.stops())
        .extracting(stop -> stop.placeId().id())
        .noneMatch(id -> id.startsWith("museum") || id.equals("park-1"));
    assertThat(finding(draft, CheckKind.AVOID).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void museumsAreNotVisitedOnTheDayTheyClose() {
    Draft draft = busan.draft(wish().on(MONDAY, 1).build());

    assertThat(draft.stops())
        .isNotEmpty()
        .noneMatch(stop -> stop.placeId().id().startsWith("museum"));
  }

  @Test
  void aHolidayThatTheSourceIsSilentAboutIsUnknownAndSaidToBe() {
    busan.holidays.declare(SATURDAY, DayKind.SEOLLAL_OR_CHUSEOK);

    Draft draft =
        busan.draft(wish().on(SATURDAY, 1).mustVisit(new MustVisit.Called("museum-1")).build());

    assertThat(check(draft, "museum-1").verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(check(draft, "museum-1").reason())
        .isEqualTo("A holiday, about which the source says nothing (as of 2026-05)");
    assertThat(draft.certificate().verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void theBudgetHoldsForTheWholePartyAndTrip() {
    Draft draft = busan.draft(wish().party(2, 1).budget(Money.won(15_000)).build());

    assertThat(draft.totals().admission().amount()).isLessThanOrEqualTo(BigDecimal.valueOf(15_000));
    assertThat(draft.stops()).hasSizeGreaterThan(1);
    assertThat(finding(draft, CheckKind.BUDGET).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aForeignBudgetIsHeldAgainstAKnownRateAndElseUnknown() {
    PlanRequest request = wish().budget(new Money(new BigDecimal("100"), DOLLAR)).build();

    Draft without = busan.draft(request);
    busan.rates.set(DOLLAR, WON, new BigDecimal("1400"));
    Draft with = busan.draft(request);
    busan.rates.goDown();
    Draft down = busan.draft(request);

    assertThat(finding(without, CheckKind.BUDGET).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(without.certificate().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(without.totals().inHomeCurrency()).isEmpty();
    assertThat(finding(with, CheckKind.BUDGET).verdict()).isEqualTo(Verdict.PASS);
    assertThat(with.totals().inHomeCurrency().orElseThrow().currency()).isEqualTo(DOLLAR);
    assertThat(finding(down, CheckKind.BUDGET).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void thePlanDoesNotDependOnTheOrderInWhichAProviderNamesItsPlaces() {
    PlanRequest request = wish().interests("history", "nature").build();
    List<Place> places =
        new ArrayList<>(
            busan.places.in(
                new Area(Optional.empty(), Town.CENTER, 50), new Deadline(Instant.MAX)));
    List<List<PlaceId>> plans = new ArrayList<>();
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(places, new Random(seed));
      Town town = new Town();
      places.forEach(town::knowing);
      plans.add(town.draft(request).stops().stream().map(Stop::placeId).toList());
    }

    assertThat(plans).allMatch(plans.getFirst()::equals);
  }

  @Test
  void placesThatCannotBeAskedForAreNotUnknownPlaces() {
    busan.places.goDown();

    assertThatThrownBy(() -> busan.draft(wish().build())).isInstanceOf(Unavailable.class);
  }

  @Test
  void aDayStartsAndEndsAtTheLodging() {
    Draft draft = busan.draft(wish().lodging(Town.at(-10, -10)).build());

    assertThat(draft.days())
        .allSatisfy(
            day -> {
              assertThat(day.stops().getFirst().legFromPrevious()).isPresent();
              assertThat(day.legToLodging()).isPresent();
            });
    assertThat(draft.stops().getFirst().checks().travel().reason())
        .matches("By car or taxi about \\d+ min from the lodging \\(estimated\\)");
  }

  @Test
  void anInterestThatNoPlaceIsKnownToOfferIsToldAndNotRefused() {
    Draft draft = busan.draft(wish().interests("history", "저녁 산책").build());

    assertThat(finding(draft, CheckKind.INTERESTS).detail())
        .isEqualTo("No place is known to offer: 저녁 산책");
    assertThat(draft.certificate().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void reasonsAndActivitiesAreInTheLanguageAskedFor() {
    Draft draft = busan.draft(wish().in(Language.KO).build());
    Stop stop = draft.stops().getFirst();

    assertThat(draft.title()).isEqualTo("부산 2일 여행");
    assertThat(stop.name()).isEqualTo(stop.localName()).startsWith("장소");
    assertThat(stop.activity()).startsWith("장소").endsWith("요.");
    assertThat(stop.checks().exists().reason()).endsWith("2026-11 수집");
    assertThat(stop.checks().open().reason()).contains("2026-05 기준");
  }

  private static Check check(Draft draft, String place) {
    return draft.stops().stream()
        .filter(stop -> stop.placeId().id().equals(place))
        .findFirst()
        .orElseThrow()
        .checks()
        .open();
  }

  private static Finding finding(Draft draft, CheckKind kind) {
    return draft.certificate().findings().stream()
        .filter(finding -> finding.check() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static Wishes wish() {
    return new Wishes();
  }
}
