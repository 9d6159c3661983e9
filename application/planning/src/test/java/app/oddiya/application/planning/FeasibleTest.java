package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.agent.Relaxation.Edit;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Interest;
import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.Setting;
import app.oddiya.domain.planning.place.Window;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import app.oddiya.domain.testkit.story.Trips;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A wish that cannot be met is answered with smallest sets of its parts that cannot be met
/// together, and with changes each of which makes it feasible: both are held to their word by
/// asking again.
class FeasibleTest {

  private static final LocalDate SATURDAY = Trips.A_SATURDAY;
  private static final LocalDate MONDAY = SATURDAY.plusDays(2);
  private static final GeoPoint FAR = new GeoPoint(38.2, 128.5);

  private final Town busan = Town.withPlaces();

  {
    busan.knowing(Trips.park("far", FAR));
    busan.knowing(open("on-thursdays", DayOfWeek.THURSDAY));
    busan.knowing(open("on-fridays", DayOfWeek.FRIDAY));
  }

  static Stream<PlanRequest> impossible() {
    return Stream.of(
        wish().on(MONDAY, 1).mustVisit(called("museum-1"), called("park-1")).build(),
        wish().on(SATURDAY, 3).mustVisit(called("on-thursdays")).build(),
        wish().on(SATURDAY, 2).mustVisit(called("on-thursdays"), called("on-fridays")).build(),
        wish().on(SATURDAY, 1).mustVisit(called("far")).build(),
        wish().on(SATURDAY, 2).lodging(FAR).mustVisit(called("park-2")).build(),
        wish().budget(Money.won(12_000)).mustVisit(museums(5)).build(),
        wish().budget(Money.won(100)).build(),
        wish().avoid("place").build(),
        wish().on(SATURDAY, 1).pace(Pace.RELAXED).mustVisit(everything()).build(),
        wish().on(SATURDAY, 1).pace(Pace.PACKED).lodging(FAR).mustVisit(everything()).build(),
        wish()
            .on(MONDAY, 1)
            .budget(Money.won(1000))
            .mustVisit(called("museum-1"), called("far"), called("park-1"))
            .build());
  }

  @ParameterizedTest
  @EnumSource
  void aFamilyIsRefusedNothingThatOthersAreNot(Pace pace) {
    List<MustVisit> everything = List.of(everything());
    for (int count = 1; count <= everything.size(); count++) {
      MustVisit[] musts = everything.subList(0, count).toArray(MustVisit[]::new);
      Wishes wish = wish().on(SATURDAY, 1).pace(pace).mustVisit(musts);

      boolean others = busan.write(wish.party(2, 0).build(), _ -> {}) instanceof Writing.Written;

      assertThat(busan.write(wish.party(2, 2).build(), _ -> {}) instanceof Writing.Written)
          .as(count + " must-visits")
          .isEqualTo(others);
    }
  }

  @Test
  void noWayIsTooStrenuousIfItIsTheOnlyOne() {
    GeoPoint lodging = new GeoPoint(Town.CENTER.lat() + 0.4, Town.CENTER.lng());
    PlanRequest request =
        wish().on(SATURDAY, 2).pace(Pace.RELAXED).party(2, 3).lodging(lodging).build();

    assertThat(busan.draft(request).days())
        .allSatisfy(day -> assertThat(day.stops()).hasSizeGreaterThan(1));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void everyConflictIsOneAndIsNoneWithoutAnyOfItsParts(PlanRequest request) {
    List<Conflict> conflicts = busan.conflicts(request);

    assertThat(conflicts).isNotEmpty();
    for (Conflict conflict : conflicts) {
      assertThat(isFeasible(only(conflict.pointers(), request))).as(conflict.toString()).isFalse();
      for (String pointer : conflict.pointers()) {
        List<String> others = new ArrayList<>(conflict.pointers());
        others.remove(pointer);
        assertThat(isAboutNothing(others) || isFeasible(only(others, request)))
            .as("%s without %s", conflict, pointer)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void everyRelaxationAloneMakesTheWishFeasible(PlanRequest request) {
    for (Relaxation relaxation : relaxations(request)) {
      assertThat(isFeasible(edited(request, relaxation))).as(relaxation.toString()).isTrue();
    }
  }

  @Test
  void whatClosesOnTheDayIsVisitedOnAnotherOrNotAtAll() {
    assertThat(
            details(wish().on(MONDAY, 1).mustVisit(called("museum-1"), called("park-1")).build()))
        .containsExactly(
            "Stay until 2027-04-13",
            "Travel from 2027-04-13 to 2027-04-13",
            "Leave out Place museum-1");
  }

  @Test
  void aBudgetIsRaisedToWhatIsNeededInItsOwnCurrency() {
    busan.rates.set(
        Currency.getInstance("USD"), Currency.getInstance("KRW"), new BigDecimal("1400"));
    PlanRequest request =
        wish()
            .budget(new Money(new BigDecimal("5"), Currency.getInstance("USD")))
            .mustVisit(museums(3))
            .build();

    assertThat(relaxations(request).getFirst().edits())
        .containsExactly(new Edit.Replace("/budget/amount", "12.86"));
  }

  @Test
  void tooMuchForTheDayIsDoneFasterOrOnMoreDays() {
    List<Relaxation> relaxations =
        relaxations(wish().on(SATURDAY, 1).pace(Pace.RELAXED).mustVisit(everything()).build());

    assertThat(relaxations)
        .extracting(relaxation -> relaxation.edits().getFirst().pointer())
        .startsWith("/pace", "/endDate");
  }

  @Test
  void aLodgingThatIsTooFarAwayIsLeftOut() {
    assertThat(details(wish().on(SATURDAY, 2).lodging(FAR).mustVisit(called("park-2")).build()))
        .contains("Leave out the lodging");
  }

  @Test
  void whereNoSingleChangeHelpsSeveralAreNamedTogether() {
    List<Relaxation> relaxations =
        relaxations(
            wish()
                .on(MONDAY, 1)
                .mustVisit(called("museum-1"), called("far"), called("park-1"))
                .build());

    assertThat(relaxations)
        .singleElement()
        .extracting(Relaxation::edits)
        .isEqualTo(List.of(new Edit.Remove("/mustVisit/1"), new Edit.Remove("/mustVisit/0")));
  }

  @Test
  void whatNobodyKnowsIsLeftOutAndWhatIsAvoidedTooIsOneOfTheTwo() {
    assertThat(details(wish().mustVisit(called("Neuschwanstein"), called("park-1")).build()))
        .containsExactly("Leave out Neuschwanstein");
    assertThat(details(wish().mustVisit(called("museum-1")).avoid("park", "museum").build()))
        .containsExactly("Do not avoid museum", "Leave out museum-1");
  }

  static Stream<PlanRequest> misspelled() {
    Destination nowhere = new Destination.Named("Busna");
    return Stream.of(
        wish().destination(nowhere).build(),
        wish().mustVisit(called("place musuem-1"), called("park-1")).build(),
        wish()
            .destination(nowhere)
            .mustVisit(called("Neuschwanstein"), called("place musuem-1"), called("park-1"))
            .build(),
        wish().mustVisit(called("place prak-1")).avoid("park").build(),
        wish().on(MONDAY, 1).mustVisit(called("place musuem-1")).build());
  }

  @ParameterizedTest
  @MethodSource("misspelled")
  void whatIsMisspelledIsOfferedAsItIsSpelledAndThatIsFeasible(PlanRequest request) {
    List<Relaxation> relaxations = relaxations(request);

    assertThat(relaxations.getFirst().edits().getFirst().pointer())
        .matches("/destination/name|/mustVisit/[0-9]/text");
    for (Relaxation relaxation : relaxations) {
      assertThat(isFeasible(edited(request, relaxation))).as(relaxation.toString()).isTrue();
    }
  }

  @Test
  void aSpellingIsOfferedTogetherWithWhatElseItTakes() {
    Destination nowhere = new Destination.Named("Busna");

    assertThat(details(wish().destination(nowhere).build()))
        .containsExactly("Change Busna to Busan");
    assertThat(details(wish().mustVisit(called("place musuem-1"), called("Atlantis")).build()))
        .containsExactly(
            "Change place musuem-1 to Place museum-1; Leave out Atlantis",
            "Leave out place musuem-1, Atlantis");
    assertThat(details(wish().mustVisit(called("place prak-1")).avoid("park").build()))
        .containsExactly(
            "Change place prak-1 to Place park-1; Do not avoid park",
            "Change place prak-1 to Place park-1; Leave out Place park-1",
            "Leave out place prak-1");
    assertThat(busan.write(wish().destination(new Destination.Named("Atlantis")).build(), _ -> {}))
        .isInstanceOfSatisfying(
            Writing.Infeasible.class, it -> assertThat(it.relaxations()).isEmpty());
  }

  @Test
  void aRemedyThatIsNotEnoughIsCarriedOn() {
    PlanRequest request =
        wish().on(MONDAY, 1).mustVisit(called("Neuschwanstein"), called("museum-1")).build();

    assertThat(details(request)).contains("Leave out Neuschwanstein; Stay until 2027-04-13");
    assertThat(relaxations(request))
        .allSatisfy(it -> assertThat(isFeasible(edited(request, it))).isTrue());
  }

  private List<Relaxation> relaxations(PlanRequest request) {
    return switch (busan.write(request, _ -> {})) {
      case Writing.Written(var draft) -> throw new AssertionError(draft.toString());
      case Writing.Infeasible(_, var relaxations) -> {
        assertThat(relaxations).isNotEmpty();
        yield relaxations;
      }
    };
  }

  private List<String> details(PlanRequest request) {
    return relaxations(request).stream().map(Relaxation::detail).toList();
  }

  private boolean isFeasible(PlanRequest request) {
    return busan.write(request, _ -> {}) instanceof Writing.Written;
  }

  /// Whether nothing has to be visited: no place, and nothing at a destination.
  private static boolean isAboutNothing(List<String> pointers) {
    return pointers.stream().noneMatch(it -> it.matches("/destination|/mustVisit/.*"));
  }

  /// What is left of a request that asks for some of its parts only.
  private static PlanRequest only(List<String> pointers, PlanRequest request) {
    boolean start = pointers.contains("/startDate");
    boolean end = pointers.contains("/endDate");
    LocalDate first = request.start();
    LocalDate last = request.end();
    if (!start) {
      first = last.minusDays(PlanRequest.MAX_DAYS - 1);
    } else if (!end) {
      last = first.plusDays(PlanRequest.MAX_DAYS - 1);
    }
    List<MustVisit> musts = kept(request.mustVisit(), "/mustVisit/", pointers);
    boolean anywhere = !pointers.contains("/destination") && musts.contains(called("far"));
    return new PlanRequest(
        anywhere ? new Destination.Around(FAR, 20) : request.destination(),
        first,
        last,
        request.party(),
        request.budget().filter(_ -> pointers.contains("/budget")),
        request.interests(),
        pointers.contains("/pace") ? request.pace() : Pace.PACKED,
        musts,
        kept(request.avoid(), "/avoid/", pointers),
        request.lodging().filter(_ -> pointers.contains("/lodging")),
        request.language(),
        Optional.empty());
  }

  private static <T> List<T> kept(List<T> all, String list, List<String> pointers) {
    return IntStream.range(0, all.size())
        .filter(i -> pointers.contains(list + i))
        .mapToObj(all::get)
        .toList();
  }

  private static PlanRequest edited(PlanRequest request, Relaxation relaxation) {
    Wishes.Edited edited = new Wishes.Edited(request);
    relaxation.edits().forEach(edited::apply);
    return edited.request();
  }

  private static MustVisit called(String name) {
    return new MustVisit.Called(name);
  }

  private static MustVisit[] museums(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> called("museum-" + i))
        .toArray(MustVisit[]::new);
  }

  private static MustVisit[] everything() {
    return IntStream.rangeClosed(1, 5)
        .boxed()
        .flatMap(i -> Stream.of(called("museum-" + i), called("park-" + i)))
        .toArray(MustVisit[]::new);
  }

  private static Place open(String id, DayOfWeek day) {
    Set<DayOfWeek> closed = new HashSet<>(EnumSet.allOf(DayOfWeek.class));
    closed.remove(day);
    return Trips.place(
        id,
        Category.GALLERY,
        Set.of(Interest.ART),
        Setting.INDOOR,
        Town.at(3, 3),
        new OpeningHours.Timetable(
            List.of(
                Trips.daily(EnumSet.of(day), new Window(10 * 60, 18 * 60, OptionalInt.empty()))),
            closed,
            Set.of(),
            List.of(),
            OpeningHours.OnHolidays.UNSTATED,
            OpeningHours.OnFestivals.UNSTATED,
            Trips.evidence()));
  }

  private static Wishes wish() {
    return new Wishes();
  }
}
