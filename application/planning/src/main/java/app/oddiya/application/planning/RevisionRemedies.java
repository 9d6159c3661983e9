package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.agent.Relaxation.Edit;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Says which locks of a request stand in the way of a change, and finds requests that would do:
/// with fewer locks, or with a name as it is spelled. Each of them has been tried.
///
/// What else may be in the way, such as a stop that is locked in the plan or a wish that the plan
/// was made for, no change of the request mends.
final class RevisionRemedies {

  private static final String INSTRUCTION = "/instruction";

  /// Each lock more to open is one more plan to be checked.
  private static final int ENOUGH = 3;

  private final RevisionTries tries;
  private final Places places;
  private final Trip trip;
  private final Texts texts;
  private final BooleanSupplier late;
  private final Deadline deadline;

  /// @param late nothing is worth trying any more
  RevisionRemedies(
      RevisionTries tries, Places places, Trip trip, BooleanSupplier late, Deadline deadline) {
    this.tries = tries;
    this.places = places;
    this.trip = trip;
    this.texts = Texts.in(trip.language());
    this.late = late;
    this.deadline = deadline;
  }

  /// @param refused what came of the request
  Revising.Infeasible of(Revising.Infeasible refused, String instruction, List<StopId> locked) {
    try {
      List<Integer> blocking = blocking(instruction, locked);
      List<Relaxation> relaxations = new ArrayList<>(spelled(refused, instruction, locked));
      relaxations.addAll(unlocked(instruction, locked, blocking));
      return new Revising.Infeasible(
          refused.conflicts().stream().map(conflict -> withLocks(conflict, blocking)).toList(),
          relaxations);
    } catch (Unavailable notNow) {
      return refused; // It cannot be, and what would help cannot be tried.
    }
  }

  /// A smallest set of locks with which it cannot be and without any one of which it can; empty if
  /// it cannot be without any locks either. Found by leaving out one after the other, as the parts
  /// of a wish are in [Conflicts].
  private List<Integer> blocking(String instruction, List<StopId> locked) {
    if (locked.isEmpty() || !tries.isPossible(instruction, List.of())) {
      return List.of();
    }
    Set<Integer> needed = new TreeSet<>(IntStream.range(0, locked.size()).boxed().toList());
    for (int i = 0; i < locked.size() && !late.getAsBoolean(); i++) {
      needed.remove(i);
      if (tries.isPossible(instruction, needed.stream().map(locked::get).toList())) {
        needed.add(i);
      }
    }
    return List.copyOf(needed);
  }

  private static Conflict withLocks(Conflict conflict, List<Integer> blocking) {
    return new Conflict(
        conflict.kind(),
        Stream.concat(
                conflict.pointers().stream(), blocking.stream().map(RevisionRemedies::pointer))
            .toList(),
        conflict.detail());
  }

  /// Without one of the locks; without all of them where that is not enough.
  private List<Relaxation> unlocked(
      String instruction, List<StopId> locked, List<Integer> blocking) {
    List<Relaxation> found = new ArrayList<>();
    for (int i : blocking) {
      if (found.size() < ENOUGH) {
        found.addAll(tried(instruction, locked, Set.of(i)));
      }
    }
    return found.isEmpty() && blocking.size() > 1
        ? tried(instruction, locked, Set.copyOf(blocking))
        : found;
  }

  private List<Relaxation> tried(String instruction, List<StopId> locked, Set<Integer> without) {
    if (!isProposed(instruction, Relaxations.without(locked, without))) {
      return List.of();
    }
    List<Integer> sorted = without.stream().sorted().toList();
    String names =
        sorted.stream().map(locked::get).map(this::nameOf).collect(Collectors.joining(", "));
    return List.of(
        new Relaxation(
            texts.say(Phrase.RELAXATION_UNLOCK, names),
            sorted.reversed().stream().<Edit>map(i -> new Edit.Remove(pointer(i))).toList()));
  }

  /// The instruction with names that somebody knows in the place of one that nobody does.
  private List<Relaxation> spelled(
      Revising.Infeasible refused, String instruction, List<StopId> locked) {
    if (refused.conflicts().getFirst().kind() != Conflict.Kind.UNKNOWN_MUST_VISIT) {
      return List.of();
    }
    List<Relaxation> found = new ArrayList<>();
    for (Instruction each : InstructionReader.read(instruction)) {
      if (each instanceof Instruction.Add(var name, _) && places.named(name, deadline).isEmpty()) {
        for (String known : places.placesSpelledLike(name, deadline)) {
          replaced(instruction, name, known)
              .filter(other -> isProposed(other, locked))
              .map(
                  other ->
                      new Relaxation(
                          texts.say(Phrase.RELAXATION_SPELLING, name, known),
                          List.of(new Edit.Replace(INSTRUCTION, other))))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /// Empty if the name is not in the instruction as it was read.
  private static Optional<String> replaced(String instruction, String name, String by) {
    Matcher matcher =
        Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(Normalizer.normalize(instruction, Normalizer.Form.NFKC));
    return matcher.find()
        ? Optional.of(matcher.replaceFirst(Matcher.quoteReplacement(by)))
        : Optional.empty();
  }

  private boolean isProposed(String instruction, List<StopId> locked) {
    return !late.getAsBoolean() && tries.revised(instruction, locked) instanceof Revising.Proposed;
  }

  private static String pointer(int lock) {
    return "/locked/" + lock;
  }

  private String nameOf(StopId id) {
    return trip.days().stream()
        .flatMap(day -> day.stops().stream())
        .filter(stop -> stop.id().equals(id))
        .findFirst()
        .map(Stop::name)
        .orElseGet(id::toString);
  }
}
