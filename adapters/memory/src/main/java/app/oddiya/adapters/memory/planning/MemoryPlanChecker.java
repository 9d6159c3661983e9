package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.agent.Sketch;
import app.oddiya.domain.planning.agent.Sketch.Visit;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Certificate;
import app.oddiya.domain.planning.plan.Check;
import app.oddiya.domain.planning.plan.Checks;
import app.oddiya.domain.planning.plan.Day;
import app.oddiya.domain.planning.plan.DayWeather;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Totals;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Money;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A checker that remembers what it was asked, and can be taken down. Deadlines are not looked at.
/// Safe for concurrent use.
public final class MemoryPlanChecker implements PlanChecker {

  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final Check PASS = new Check(Verdict.PASS, "ok");

  private final AtomicLong stops = new AtomicLong();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Function<Asked, Checking> answers;
  private volatile boolean down;

  private MemoryPlanChecker(Function<Asked, Checking> answers) {
    this.answers = answers;
  }

  /// What the checker was asked.
  public record Asked(UserId traveller, Sketch sketch, List<Place> held) {
    public Asked {
      held = List.copyOf(held);
    }
  }

  /// One that says what it is told to, whatever it is asked.
  public static MemoryPlanChecker saying(Checking end) {
    return new MemoryPlanChecker(_ -> end);
  }

  /// One to whom everything is fine: visits that are wanted follow one another from nine o'clock,
  /// and every check passes. It knows the places that it is handed and no others.
  public static MemoryPlanChecker passing(InstantSource clock) {
    var checker = new MemoryPlanChecker(_ -> new Checking.UnknownPlaces(Set.of()));
    checker.answers = question -> checker.pass(question, clock);
    return checker;
  }

  /// From now on it says this.
  public void say(Checking end) {
    answers = _ -> end;
  }

  /// From now on nobody answers.
  public void goDown() {
    down = true;
  }

  /// From now on somebody answers again.
  public void comeBack() {
    down = false;
  }

  /// In the order in which it was asked.
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Checking check(UserId traveller, Sketch sketch, List<Place> held, Deadline deadline) {
    if (down) {
      throw new Unavailable("plan checker", new IllegalStateException("told to be down"));
    }
    var question = new Asked(traveller, sketch, held);
    asked.add(question);
    return answers.apply(question);
  }

  private Checking pass(Asked question, InstantSource clock) {
    Map<PlaceId, Place> known =
        question.held().stream().collect(Collectors.toMap(Place::id, Function.identity()));
    Set<PlaceId> unknown =
        question.sketch().days().stream()
            .flatMap(day -> day.visits().stream())
            .filter(Visit.Wanted.class::isInstance)
            .map(Visit::placeId)
            .filter(id -> !known.containsKey(id))
            .collect(Collectors.toSet());
    if (!unknown.isEmpty()) {
      return new Checking.UnknownPlaces(unknown);
    }
    return new Checking.Checked(
        question.sketch().days().stream()
            .map(day -> day(day, known, question.sketch().wish().language()))
            .toList(),
        new Totals(Money.won(0), 0, Optional.empty()),
        Certificate.of(clock.instant(), List.of(), List.of()));
  }

  private Day day(Sketch.Day day, Map<PlaceId, Place> known, Language language) {
    List<Stop> timed = new ArrayList<>();
    LocalTime free = MORNING;
    for (Visit visit : day.visits()) {
      Stop stop =
          switch (visit) {
            case Visit.Kept(var kept) -> kept;
            case Visit.Wanted wanted ->
                stop(wanted, place(wanted, known), wanted.arrive().orElse(free), language);
          };
      timed.add(stop);
      free = stop.depart();
    }
    return new Day(day.date(), new DayWeather.Unknown(), timed, List.of(), Optional.empty());
  }

  private static Place place(Visit.Wanted wanted, Map<PlaceId, Place> known) {
    return Optional.ofNullable(known.get(wanted.placeId())).orElseThrow();
  }

  private Stop stop(Visit.Wanted wanted, Place place, LocalTime arrive, Language language) {
    return new Stop(
        wanted.id().orElseGet(() -> new StopId(new UUID(1, stops.incrementAndGet()))),
        place.id(),
        place.source(),
        place.names().in(language),
        place.names().local(),
        place.category(),
        place.position(),
        place.address().map(LocalText::local),
        arrive,
        arrive.plusMinutes(wanted.minutes().orElse(place.typicalMinutes())),
        wanted.activity().orElseGet(() -> place.names().in(language)),
        wanted.locked(),
        Optional.empty(),
        Optional.empty(),
        place.picture(),
        new Checks(PASS, PASS, PASS, PASS));
  }
}
