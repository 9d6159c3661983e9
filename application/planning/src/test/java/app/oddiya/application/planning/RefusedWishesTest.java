package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import app.oddiya.domain.testkit.story.Trips;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Wishes that cannot be met, and what is said about them.
class RefusedWishesTest {

  private static final LocalDate SATURDAY = Trips.A_SATURDAY;
  private static final LocalDate MONDAY = SATURDAY.plusDays(2);

  private final Town busan = Town.withPlaces();

  @Test
  void aDestinationThatNobodyKnowsIsRefused() {
    List<Conflict> conflicts =
        busan.conflicts(wish().destination(new Destination.Named("Atlantis")).build());

    assertThat(conflicts)
        .containsExactly(
            new Conflict(
                Conflict.Kind.UNKNOWN_DESTINATION,
                List.of("/destination/name"),
                "No provider knows the destination Atlantis"));
  }

  @Test
  void everyConflictIsNamedAndNotOnlyTheFirst() {
    List<Conflict> conflicts =
        busan.conflicts(
            wish()
                .mustVisit(
                    new MustVisit.Called("Neuschwanstein"),
                    new MustVisit.Called("museum-1"),
                    new MustVisit.Known(new PlaceId("memory", "no-such")))
                .avoid("park", "MUSEUM")
                .build());

    assertThat(conflicts)
        .extracting(Conflict::kind)
        .containsExactly(
            Conflict.Kind.UNKNOWN_MUST_VISIT,
            Conflict.Kind.AVOIDED_MUST_VISIT,
            Conflict.Kind.UNKNOWN_MUST_VISIT);
    assertThat(conflicts.get(1).pointers()).containsExactly("/avoid/1", "/mustVisit/1");
    assertThat(conflicts.get(2).pointers()).containsExactly("/mustVisit/2");
  }

  @Test
  void aMustVisitThatIsClosedOnEveryDayOfTheTripIsRefused() {
    List<Conflict> conflicts =
        busan.conflicts(wish().on(MONDAY, 1).mustVisit(new MustVisit.Called("museum-1")).build());

    assertThat(conflicts)
        .extracting(Conflict::kind)
        .containsExactly(Conflict.Kind.MUST_VISIT_CLOSED);
    assertThat(conflicts.getFirst().pointers())
        .containsExactly("/mustVisit/0", "/startDate", "/endDate");
  }

  @Test
  void moreMustVisitsThanDaysHoldAreRefused() {
    List<MustVisit> all =
        IntStream.rangeClosed(1, 5)
            .boxed()
            .<MustVisit>mapMulti(
                (i, each) -> {
                  each.accept(new MustVisit.Called("museum-" + i));
                  each.accept(new MustVisit.Called("park-" + i));
                })
            .toList();

    List<Conflict> conflicts =
        busan.conflicts(
            wish()
                .on(SATURDAY, 1)
                .pace(Pace.RELAXED)
                .mustVisit(all.toArray(MustVisit[]::new))
                .build());

    assertThat(conflicts)
        .extracting(Conflict::kind)
        .containsExactly(Conflict.Kind.MUST_VISITS_DO_NOT_FIT);
    assertThat(conflicts.getFirst().pointers())
        .containsExactly(
            "/mustVisit/0",
            "/mustVisit/1",
            "/mustVisit/2",
            "/mustVisit/3",
            "/mustVisit/4",
            "/mustVisit/5",
            "/mustVisit/6",
            "/pace",
            "/startDate",
            "/endDate");
  }

  @Test
  void mustVisitsBeyondTheBudgetAreRefused() {
    List<Conflict> conflicts =
        busan.conflicts(
            wish().budget(Money.won(5_999)).mustVisit(new MustVisit.Called("museum-1")).build());

    assertThat(conflicts)
        .extracting(Conflict::kind)
        .containsExactly(Conflict.Kind.BUDGET_EXCEEDED, Conflict.Kind.NOTHING_TO_VISIT);
    assertThat(conflicts.getFirst().pointers()).containsExactly("/budget", "/mustVisit/0");
    assertThat(conflicts.getFirst().detail())
        .isEqualTo(
            "The places that must be visited cost 6,000 KRW, more than the budget of 5,999 KRW");
  }

  @Test
  void anAreaWithoutAPlaceHasNothingToVisit() {
    List<Conflict> conflicts =
        busan.conflicts(
            wish().destination(new Destination.Around(new GeoPoint(34, 131), 5)).build());

    assertThat(conflicts)
        .extracting(Conflict::kind)
        .containsExactly(Conflict.Kind.NOTHING_TO_VISIT);
  }

  @Test
  void aMustVisitThatIsTooFarAwayForADayIsRefusedAndANearOneOutsideIsNot() {
    busan.knowing(Trips.park("far", new GeoPoint(38.2, 128.5)));
    busan.knowing(Trips.park("outside", new GeoPoint(35.18, 129.6)));

    assertThat(
            busan.conflicts(wish().on(SATURDAY, 1).mustVisit(new MustVisit.Called("far")).build()))
        .extracting(Conflict::kind)
        .containsExactly(Conflict.Kind.MUST_VISIT_OUT_OF_REACH);
    Draft draft =
        busan.draft(wish().on(SATURDAY, 1).mustVisit(new MustVisit.Called("outside")).build());
    assertThat(draft.stops()).extracting(stop -> stop.placeId().id()).contains("outside");
    assertThat(draft.stops().getFirst().legFromPrevious()).isEmpty();
  }

  private static Wishes wish() {
    return new Wishes();
  }
}
