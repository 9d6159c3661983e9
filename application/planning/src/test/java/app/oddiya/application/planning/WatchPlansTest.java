package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.memory.planning.MemoryPlanChecker;
import app.oddiya.adapters.memory.planning.MemoryPlanPhones;
import app.oddiya.adapters.memory.planning.MemoryPlanPushes;
import app.oddiya.adapters.memory.planning.MemoryPlanReviser;
import app.oddiya.adapters.memory.planning.MemoryPlans;
import app.oddiya.adapters.memory.planning.MemoryRevisions;
import app.oddiya.adapters.memory.planning.MemoryWatches;
import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.planning.plan.Change;
import app.oddiya.domain.planning.plan.Check;
import app.oddiya.domain.planning.plan.Checks;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanPhones.Phone;
import app.oddiya.domain.planning.plan.PlanPhones.Platform;
import app.oddiya.domain.planning.plan.Revision;
import app.oddiya.domain.planning.plan.RevisionId;
import app.oddiya.domain.planning.plan.RevisionSummary;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.planning.plan.Watched;
import app.oddiya.domain.planning.plan.Watches;
import app.oddiya.domain.planning.plan.Worry;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A trip of two stops starts in a few days, both fine when it was planned.
class WatchPlansTest {

  private static final UserId MINJI = new UserId(41);
  private static final Phone PHONE = new Phone(Platform.IOS, "endpoint", "ko");
  private static final Deadline LATER = new Deadline(Instant.parse("2999-12-31T00:00:00Z"));
  private static final StopId MORNING = new StopId(new UUID(0, 1));
  private static final StopId NIGHT = new StopId(new UUID(0, 2));
  private static final String TROUBLED = "A trip that cannot be changed";
  private static final Check FINE = new Check(Verdict.PASS, "fine");
  private static final Check BAD = new Check(Verdict.FAIL, "bad");

  private final SettableClock clock =
      new SettableClock(Trips.A_SATURDAY.minusDays(3).atTime(1, 0).toInstant(ZoneOffset.UTC));
  private final AtomicLong lastId = new AtomicLong();
  private final MemoryPlans plans = new MemoryPlans();
  private final MemoryRevisions revisions = new MemoryRevisions(plans);
  private final MemoryPlanPhones phones = new MemoryPlanPhones();
  private final MemoryPlanPushes pushes = new MemoryPlanPushes();
  private final MemoryPlanChecker checker = MemoryPlanChecker.saying(checked(fine()));
  private UnaryOperator<Trip> revision = WatchPlansTest::withoutItsLastStop;
  private final MemoryPlanReviser reviser =
      new MemoryPlanReviser(
          trip -> {
            Trip proposal = revision.apply(trip);
            return proposal.equals(trip)
                ? new Revising.NotUnderstood()
                : new Revising.Proposed(proposal);
          });
  private final Watches watches = new MemoryWatches(plans);
  private final WatchPlans watchPlans = watching(watches);

  private WatchPlans watching(Watches watches) {
    return new WatchPlans(
        watches,
        plans,
        checker,
        reviser,
        revisions,
        phones,
        pushes,
        this::aMomentLater,
        () -> new UUID(1, lastId.incrementAndGet()));
  }

  /// Time goes on while plans are watched.
  private Instant aMomentLater() {
    clock.advance(Duration.ofMillis(1));
    return clock.instant();
  }

  /// A store that gives turns out and goes down.
  private record TakingNothingBack(Watches watches) implements Watches {

    @Override
    public List<Watched> claim(
        LocalDate first, LocalDate last, Instant now, int most, Deadline deadline) {
      return watches.claim(first, last, now, most, deadline);
    }

    @Override
    public void release(PlanId plan, Instant now, Deadline deadline) {
      throw new Unavailable("store", new IllegalStateException("down"));
    }

    @Override
    public void tell(PlanId plan, Set<Worry> worries, RevisionId proposal, Deadline deadline) {
      watches.tell(plan, worries, proposal, deadline);
    }

    @Override
    public void sent(PlanId plan, Deadline deadline) {
      watches.sent(plan, deadline);
    }
  }

  @BeforeEach
  void minjiHasAPhone() {
    phones.put(MINJI, List.of(PHONE));
    pushes.enable(PHONE);
  }

  @Test
  void whatStaysFineIsTroubledWithNothing() {
    Plan plan = planned(fine());

    watchPlans.watch();

    assertThat(proposals(plan)).isEmpty();
    assertThat(pushes.count()).isZero();
    assertThat(plans.find(MINJI, plan.id(), LATER)).contains(plan);
  }

  @Test
  void rainBringsAProposalAndAMessage() {
    Plan plan = planned(fine());
    checker.say(checked(with(FINE, BAD)));

    watchPlans.watch();

    Revision proposal = proposals(plan).getFirst();
    assertThat(proposal.instruction()).isEmpty();
    assertThat(proposal.basedOn()).isEqualTo(plan.version());
    assertThat(proposal.diff()).extracting(Change::stop).containsExactly(NIGHT);
    assertThat(pushes.shown(PHONE))
        .singleElement()
        .matches(it -> it.plan().equals(plan.id()) && it.proposal().equals(proposal.id()));
    assertThat(plans.find(MINJI, plan.id(), LATER)).contains(plan);
    assertThat(reviser.asked())
        .singleElement()
        .matches(asked -> asked.instruction().equals("비가 와요"))
        .matches(asked -> asked.locked().equals(List.of(MORNING)));
  }

  @Test
  void whatIsClosedNowIsAskedToBeLeftOut() {
    planned(fine());
    checker.say(checked(with(BAD, FINE)));

    watchPlans.watch();

    assertThat(reviser.asked())
        .singleElement()
        .matches(asked -> asked.instruction().equals("Place stop-2 빼 줘"));
  }

  @Test
  void ofTheSameWorryNobodyIsToldTwice() {
    Plan plan = planned(fine());
    checker.say(checked(with(FINE, BAD)));

    watchPlans.watch();
    clock.advance(Watches.REST);
    watchPlans.watch();
    clock.advance(Watches.REST);
    checker.say(checked(fine()));
    watchPlans.watch();
    clock.advance(Watches.REST);
    checker.say(checked(with(FINE, BAD)));
    watchPlans.watch();

    assertThat(proposals(plan)).hasSize(1);
    assertThat(pushes.count()).isOne();
  }

  @Test
  void anotherWorryIsTold() {
    Plan plan = planned(fine());
    checker.say(checked(with(FINE, BAD)));
    watchPlans.watch();
    clock.advance(Watches.REST);
    checker.say(checked(with(BAD, BAD)));

    watchPlans.watch();

    assertThat(proposals(plan)).hasSize(2);
    assertThat(pushes.count()).isEqualTo(2);
  }

  @Test
  void whatWasBadWhenItWasPlannedIsNoNews() {
    Plan plan = planned(with(FINE, BAD));
    checker.say(checked(with(FINE, BAD)));

    watchPlans.watch();

    assertThat(proposals(plan)).isEmpty();
  }

  @Test
  void whereNothingBetterIsFoundNobodyIsTroubled() {
    revision = trip -> trip;
    Plan plan = planned(fine());
    checker.say(checked(with(FINE, BAD)));

    watchPlans.watch();

    assertThat(proposals(plan)).isEmpty();
    assertThat(pushes.count()).isZero();
  }

  @Test
  void aTripThatIsFarOffOrHasBegunIsLeftAlone() {
    planned(fine());
    checker.say(checked(with(FINE, BAD)));

    clock.advance(Duration.ofDays(-3));
    watchPlans.watch();
    clock.advance(Duration.ofDays(7));
    watchPlans.watch();

    assertThat(checker.asked()).isEmpty();
  }

  @Test
  void anOutageOfTheCheckerLosesNoTurn() {
    Plan plan = planned(fine());
    planned(fine());
    checker.say(checked(with(FINE, BAD)));
    checker.goDown();
    assertThatThrownBy(watchPlans::watch).isInstanceOf(Unavailable.class);

    checker.comeBack();
    clock.advance(Watches.REST_UNSENT);
    watchPlans.watch();

    assertThat(proposals(plan)).hasSize(1);
    assertThat(pushes.count()).isEqualTo(2);
  }

  @Test
  void aPlanThatNobodyAnswersForStandsInNobodysWay() {
    planned(fine().called(TROUBLED, Optional.empty()));
    Plan second = planned(fine());
    checker.say(checked(with(FINE, BAD)));
    revision = troubledBy(new Unavailable("llm-agent", new IllegalStateException("for this one")));
    assertThatThrownBy(watchPlans::watch).isInstanceOf(Unavailable.class);
    assertThat(proposals(second)).isEmpty();

    clock.advance(Watches.REST_UNSENT);
    assertThatThrownBy(watchPlans::watch).isInstanceOf(Unavailable.class);

    assertThat(proposals(second)).hasSize(1);
  }

  @Test
  void aBugInOnePlanTakesNoTurnOfAnother() {
    Plan first = planned(fine().called(TROUBLED, Optional.empty()));
    Plan second = planned(fine());
    checker.say(checked(with(FINE, BAD)));
    revision = troubledBy(new IllegalStateException("a bug"));
    assertThatThrownBy(watchPlans::watch).hasMessage("a bug");

    clock.advance(Watches.REST_UNSENT);
    watchPlans.watch();

    assertThat(proposals(first)).isEmpty();
    assertThat(proposals(second)).hasSize(1);
  }

  @Test
  void aStoreThatIsDownAsWellDoesNotHideWhyATurnCouldNotBeUsed() {
    planned(fine());
    checker.goDown();
    var forgetful = watching(new TakingNothingBack(watches));

    assertThatThrownBy(forgetful::watch)
        .hasMessageContaining("plan checker")
        .satisfies(outage -> assertThat(outage.getSuppressed()).hasSize(1));
  }

  @Test
  void aMessageThatCouldNotBeSentIsSentLaterAboutTheSameProposal() {
    Plan plan = planned(fine());
    checker.say(checked(with(FINE, BAD)));
    pushes.goDown();
    assertThatThrownBy(watchPlans::watch).isInstanceOf(Unavailable.class);
    assertThat(proposals(plan)).hasSize(1);

    pushes.comeBack();
    clock.advance(Watches.REST_UNSENT);
    watchPlans.watch();

    assertThat(proposals(plan)).hasSize(1);
    assertThat(pushes.shown(PHONE)).hasSize(1);
    clock.advance(Watches.REST_UNSENT);
    watchPlans.watch();
    assertThat(pushes.count()).isOne();
  }

  private Plan planned(Trip trip) {
    return plans.add(MINJI, trip, clock.instant(), LATER);
  }

  private List<Revision> proposals(Plan plan) {
    return revisions
        .list(MINJI, plan.id(), new Page.Request(50, Optional.empty()), LATER)
        .orElseThrow()
        .items()
        .stream()
        .map(RevisionSummary::id)
        .map(id -> revisions.find(MINJI, plan.id(), id, LATER).orElseThrow())
        .toList();
  }

  private static Checking checked(Trip trip) {
    return new Checking.Checked(trip.days(), trip.totals(), trip.certificate());
  }

  private static Trip fine() {
    return with(FINE, FINE);
  }

  /// The trip with these checks of its second stop.
  private static Trip with(Check open, Check weather) {
    Trip trip = Trips.trip();
    Day day = trip.days().getFirst();
    List<Stop> stops =
        List.of(
            checked(day.stops().get(0), FINE, FINE), checked(day.stops().get(1), open, weather));
    return trip.with(
        List.of(with(day, stops), trip.days().get(1)), trip.totals(), trip.certificate());
  }

  private static Trip withoutItsLastStop(Trip trip) {
    Day day = trip.days().getFirst();
    return trip.with(
        List.of(with(day, day.stops().subList(0, 1)), trip.days().get(1)),
        trip.totals(),
        trip.certificate());
  }

  private static UnaryOperator<Trip> troubledBy(RuntimeException trouble) {
    return trip -> {
      if (trip.title().equals(TROUBLED)) {
        throw trouble;
      }
      return withoutItsLastStop(trip);
    };
  }

  private static Day with(Day day, List<Stop> stops) {
    return new Day(day.date(), day.weather(), stops, day.freeHours(), day.legToLodging());
  }

  private static Stop checked(Stop stop, Check open, Check weather) {
    return new Stop(
        stop.id(),
        stop.placeId(),
        stop.source(),
        stop.name(),
        stop.localName(),
        stop.category(),
        stop.position(),
        stop.address(),
        stop.arrive(),
        stop.depart(),
        stop.activity(),
        stop.locked(),
        stop.cost(),
        stop.legFromPrevious(),
        stop.picture(),
        new Checks(FINE, open, FINE, weather));
  }
}
