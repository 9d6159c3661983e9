package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.agent.PlanReviser;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.Change;
import app.oddiya.domain.planning.plan.Changes;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.GroundedPlan;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanPhones;
import app.oddiya.domain.planning.plan.PlanPushes;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Revision;
import app.oddiya.domain.planning.plan.RevisionId;
import app.oddiya.domain.planning.plan.Revisions;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.planning.plan.Turn;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.planning.plan.Watched;
import app.oddiya.domain.planning.plan.Watches;
import app.oddiya.domain.planning.plan.Worry;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Watches plans that are about to start. Where a stop that was fine, or of which nothing was
/// known, turns out to be closed, gone, or in the rain, it has a change proposed that leaves all
/// other stops alone, keeps it, and tells the owner's phones. The plan itself it never changes.
///
/// Of one worry an owner is told once. A message may be sent twice, if its sending ends in an
/// outage; a phone shows the last one of a plan.
public final class WatchPlans {

  /// How many days ahead a forecast is worth acting on.
  private static final int DAYS_AHEAD = 5;

  /// So that an outage in the middle leaves few turns to be given back.
  private static final int BATCH = 10;

  private static final Duration STORE_BUDGET = Duration.ofSeconds(5);
  private static final Duration PLAN_BUDGET = Duration.ofSeconds(30);

  private static final Set<CheckKind> WORRYING =
      Set.of(CheckKind.EXISTS, CheckKind.OPEN, CheckKind.WEATHER);

  private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

  private final Watches watches;
  private final Plans plans;
  private final VerifyPlan verifyPlan;
  private final PlanReviser reviser;
  private final Revisions revisions;
  private final PlanPhones phones;
  private final PlanPushes pushes;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  public WatchPlans(
      Watches watches,
      Plans plans,
      PlanChecker checker,
      PlanReviser reviser,
      Revisions revisions,
      PlanPhones phones,
      PlanPushes pushes,
      InstantSource clock,
      Supplier<UUID> ids) {
    this.watches = watches;
    this.plans = plans;
    this.verifyPlan = new VerifyPlan(checker, plans, clock);
    this.reviser = reviser;
    this.revisions = revisions;
    this.phones = phones;
    this.pushes = pushes;
    this.clock = clock;
    this.ids = ids;
  }

  /// Looks at some of the plans whose turn it is.
  ///
  /// @return whether there may be more of them
  /// @throws Unavailable if somebody needed does not answer; the turns that were not used are given
  ///     back
  public boolean watch() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), KOREA);
    List<Watched> due =
        watches.claim(today, today.plusDays(DAYS_AHEAD), clock.instant(), BATCH, in(STORE_BUDGET));
    for (int i = 0; i < due.size(); i++) {
      try {
        watch(due.get(i), in(PLAN_BUDGET));
      } catch (Unavailable outage) {
        giveBack(due.subList(i + 1, due.size()), outage);
        // Last, so that it comes after them: it may be the only one that nobody answers for.
        giveBack(due.subList(i, i + 1), outage);
        throw outage;
      } catch (RuntimeException bug) {
        giveBack(due.subList(i + 1, due.size()), bug);
        throw bug;
      }
    }
    return due.size() == BATCH;
  }

  /// Those that cannot be given back come when their rest is over.
  private void giveBack(List<Watched> unused, RuntimeException reason) {
    try {
      unused.forEach(each -> watches.release(each.plan(), clock.instant(), in(STORE_BUDGET)));
    } catch (Unavailable alsoDown) {
      reason.addSuppressed(alsoDown);
    }
  }

  private Deadline in(Duration budget) {
    return Deadline.in(budget, clock);
  }

  private void watch(Watched watched, Deadline deadline) {
    watched
        .unsent()
        .ifPresent(proposal -> push(watched.owner(), watched.plan(), proposal, deadline));
    Optional<GroundedPlan> found =
        plans.findGrounded(watched.owner(), watched.plan(), Set.of(), deadline);
    if (found.isPresent() && hasNotBegun(found.get().plan())) {
      check(found.get(), watched.told(), deadline);
    }
  }

  /// A turn may have come for a message that was still to be sent.
  private boolean hasNotBegun(Plan plan) {
    return !plan.trip().start().isBefore(LocalDate.ofInstant(clock.instant(), KOREA));
  }

  private void check(GroundedPlan found, Set<Worry> told, Deadline deadline) {
    Plan plan = found.plan();
    Trip fresh = verifyPlan.checked(found, plan.trip(), deadline);
    Set<Worry> worries = worries(plan.trip(), fresh);
    Set<Worry> news = new HashSet<>(worries);
    news.removeAll(told);
    if (news.isEmpty()) {
      return;
    }
    Trip proposal = without(worries, fresh, plan.owner(), found.places(), deadline);
    List<Change> diff = Changes.between(plan.trip().days(), proposal.days());
    if (!diff.isEmpty()) {
      propose(plan, proposal, diff, news, deadline);
    }
  }

  private static Set<Worry> worries(Trip before, Trip after) {
    return Turn.between(before, after).stream()
        .filter(turn -> turn.after().equals(Optional.of(Verdict.FAIL)))
        .filter(turn -> WORRYING.contains(turn.check()))
        .flatMap(turn -> turn.stop().map(stop -> new Worry(stop, turn.check())).stream())
        .collect(Collectors.toSet());
  }

  /// The trip with other stops for those in the rain, and without those that cannot be visited; as
  /// it is where that is not possible.
  private Trip without(
      Set<Worry> worries, Trip fresh, UserId owner, List<Place> held, Deadline deadline) {
    Texts texts = Texts.in(fresh.language());
    Set<StopId> closed = stops(worries, Set.of(CheckKind.EXISTS, CheckKind.OPEN));
    Set<StopId> wet = stops(worries, Set.of(CheckKind.WEATHER));
    wet.removeAll(closed);
    Trip trip = fresh;
    for (StopId stop : closed) {
      Optional<String> name =
          trip.stops().stream().filter(it -> it.id().equals(stop)).map(Stop::name).findFirst();
      if (name.isPresent()) {
        String instruction = texts.say(Phrase.WATCH_REMOVE, name.get());
        trip = revised(trip, instruction, Set.of(stop), owner, held, deadline);
      }
    }
    return wet.isEmpty()
        ? trip
        : revised(trip, texts.say(Phrase.WATCH_RAIN), wet, owner, held, deadline);
  }

  private static Set<StopId> stops(Set<Worry> worries, Set<CheckKind> checks) {
    return worries.stream()
        .filter(worry -> checks.contains(worry.check()))
        .map(Worry::stop)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /// @param free the only stops that may change
  private Trip revised(
      Trip trip,
      String instruction,
      Set<StopId> free,
      UserId owner,
      List<Place> held,
      Deadline deadline) {
    List<StopId> locked =
        trip.stops().stream().map(Stop::id).filter(id -> !free.contains(id)).toList();
    return switch (reviser.revise(owner, trip, instruction, locked, held, deadline)) {
      case Revising.Proposed(var proposal) -> proposal;
      case Revising.NotUnderstood(), Revising.Infeasible _ -> trip;
    };
  }

  private void propose(
      Plan plan, Trip proposal, List<Change> diff, Set<Worry> news, Deadline deadline) {
    var revision =
        new Revision(
            new RevisionId(ids.get()),
            plan.id(),
            plan.version(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            Optional.empty(),
            proposal,
            diff);
    if (revisions.add(plan.owner(), revision, deadline)) {
      // Before it is sent: from here on it is known what there is to be sent.
      watches.tell(plan.id(), news, revision.id(), deadline);
      push(plan.owner(), plan.id(), revision.id(), deadline);
    }
  }

  private void push(UserId owner, PlanId plan, RevisionId proposal, Deadline deadline) {
    for (PlanPhones.Phone phone : phones.of(owner, deadline)) {
      // DISABLED is what an uninstalled app looks like: nobody is left to be told.
      PlanPushes.Outcome _ =
          pushes.push(phone, plan, proposal, ProposalTitle.of(phone.locale()), deadline);
    }
    watches.sent(plan, deadline);
  }
}
