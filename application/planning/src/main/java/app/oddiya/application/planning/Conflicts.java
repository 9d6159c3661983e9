package app.oddiya.application.planning;

import app.oddiya.application.planning.Part.Frame;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Names smallest sets of parts of a wish that cannot be met together.
///
/// One part after the other is left out; what cannot be met without it either is blamed on the
/// others (a deletion filter: Chinneck and Dravnieks, 1991). What remains is minimal: without any
/// one of its parts it can be met. Must-visits of a set are then put aside, and a further set is
/// looked for among the rest.
///
/// A part is left out in the way that asks for the least: without a pace one travels at the
/// fastest, without a last day for as long as a trip may last, without a destination from nowhere
/// and back to nowhere.
final class Conflicts {

  /// Beyond the number of must-visits that a request may have.
  private static final int LAST_MUST = 1000;

  private final Wish wish;
  private final Feasibility feasibility;

  Conflicts(Wish wish, Feasibility feasibility) {
    this.wish = wish;
    this.feasibility = feasibility;
  }

  /// At least one set of a wish that cannot be met, those with must-visits first. When time is up
  /// they are no longer made small.
  ///
  /// Where nothing at all can be visited at the destination, must-visits are to blame for nothing
  /// there; what is the matter with them wherever they are is told too.
  List<Set<Part>> find() {
    List<Part> rest = parts();
    List<Set<Part>> found = new ArrayList<>(sets(rest));
    rest.remove(Frame.DESTINATION);
    found.addAll(sets(rest));
    found.sort(Comparator.comparing(set -> set.stream().noneMatch(Part.Must.class::isInstance)));
    return found;
  }

  /// Sets without a must-visit in common, whose must-visits are taken out of `rest`.
  private List<Set<Part>> sets(List<Part> rest) {
    List<Set<Part>> found = new ArrayList<>();
    boolean more = true;
    while (more && !canMeet(rest)) {
      Set<Part> smallest = smallest(rest);
      found.add(smallest);
      more = rest.removeIf(part -> part instanceof Part.Must && smallest.contains(part));
    }
    return found;
  }

  /// In the order in which they are told.
  private List<Part> parts() {
    PlanRequest request = wish.request();
    List<Part> parts = new ArrayList<>();
    parts.add(Frame.DESTINATION);
    if (wish.budget().isPresent()) {
      parts.add(Frame.BUDGET);
    }
    request.lodging().ifPresent(_ -> parts.add(Frame.LODGING));
    IntStream.range(0, wish.musts().size()).mapToObj(Part.Must::new).forEach(parts::add);
    IntStream.range(0, request.avoid().size()).mapToObj(Part.Avoid::new).forEach(parts::add);
    if (request.pace() != Pace.PACKED) {
      parts.add(Frame.PACE);
    }
    parts.add(Frame.START);
    parts.add(Frame.END);
    return parts;
  }

  private Set<Part> smallest(List<Part> parts) {
    Set<Part> needed = new LinkedHashSet<>(parts);
    for (Part each : inOrderOfDeletion(parts)) {
      if (feasibility.isLate()) {
        break;
      }
      needed.remove(each);
      if (canMeet(needed)) {
        needed.add(each);
      }
    }
    return parts.stream()
        .filter(needed::contains)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// What is left at the end is what people can do the most about. Of the must-visits those that
  /// were named last go first; the destination goes last, as no request is without one.
  private static List<Part> inOrderOfDeletion(List<Part> parts) {
    List<Part> ordered = new ArrayList<>(parts);
    ordered.sort(Comparator.comparingInt(Conflicts::turn));
    return ordered;
  }

  private static int turn(Part part) {
    return switch (part) {
      case Frame frame ->
          switch (frame) {
            case PACE -> 0;
            case LODGING -> 1;
            case BUDGET -> 2;
            case START, END -> 4;
            case DESTINATION -> Integer.MAX_VALUE;
          };
      case Part.Avoid _ -> 3;
      case Part.Must(int index) -> LAST_MUST - index;
    };
  }

  private boolean canMeet(Iterable<Part> parts) {
    Set<Part> kept = new LinkedHashSet<>();
    parts.forEach(kept::add);
    List<Place> musts = new ArrayList<>();
    for (int i = 0; i < wish.musts().size(); i++) {
      if (kept.contains(new Part.Must(i))) {
        musts.add(wish.musts().get(i));
      }
    }
    if (musts.isEmpty() && !kept.contains(Frame.DESTINATION)) {
      return true;
    }
    OptionalLong budget = kept.contains(Frame.BUDGET) ? wish.budget() : OptionalLong.empty();
    Optional<GeoPoint> base = base(kept, musts);
    return requests(kept)
        .anyMatch(
            request -> feasibility.itinerary(wish.as(request, musts, budget), base).isPresent());
  }

  private Optional<GeoPoint> base(Set<Part> kept, List<Place> musts) {
    if (kept.contains(Frame.LODGING)) {
      return wish.request().lodging();
    }
    return kept.contains(Frame.DESTINATION) && wish.isExcursion(musts)
        ? Optional.of(wish.area().center())
        : Optional.empty();
  }

  /// What is left of the request, once for each time of travel that has to be tried.
  private Stream<PlanRequest> requests(Set<Part> kept) {
    PlanRequest request = wish.request();
    List<String> avoid =
        IntStream.range(0, request.avoid().size())
            .filter(i -> kept.contains(new Part.Avoid(i)))
            .mapToObj(request.avoid()::get)
            .toList();
    PlanRequest left =
        request
            .at(kept.contains(Frame.PACE) ? request.pace() : Pace.PACKED)
            .visiting(List.<MustVisit>of())
            .avoiding(avoid);
    left = kept.contains(Frame.LODGING) ? left : left.withoutLodging();
    return dates(left, kept.contains(Frame.START), kept.contains(Frame.END));
  }

  private static Stream<PlanRequest> dates(PlanRequest request, boolean start, boolean end) {
    int more = PlanRequest.MAX_DAYS - 1;
    LocalDate first = request.start();
    LocalDate last = request.end();
    if (start) {
      return Stream.of(end ? request : request.on(first, first.plusDays(more)));
    }
    if (end) {
      return Stream.of(request.on(last.minusDays(more), last));
    }
    // Whatever the season.
    return Stream.of(0, 3, 6, 9)
        .map(first::plusMonths)
        .map(from -> request.on(from, from.plusDays(more)));
  }

  /// Says what is the matter with a set.
  Conflict describe(Set<Part> parts) {
    List<String> pointers = parts.stream().map(Part::pointer).toList();
    List<Place> musts =
        parts.stream()
            .flatMap(part -> part instanceof Part.Must(int i) ? Stream.of(i) : Stream.empty())
            .map(wish.musts()::get)
            .toList();
    Conflict.Kind kind = kind(parts, musts.size());
    return new Conflict(kind, pointers, detail(kind, musts));
  }

  private static Conflict.Kind kind(Set<Part> parts, int musts) {
    if (musts == 0) {
      return Conflict.Kind.NOTHING_TO_VISIT;
    }
    if (parts.contains(Frame.BUDGET)) {
      return Conflict.Kind.BUDGET_EXCEEDED;
    }
    if (musts > 1) {
      return Conflict.Kind.MUST_VISITS_DO_NOT_FIT;
    }
    return parts.contains(Frame.LODGING) || parts.contains(Frame.DESTINATION)
        ? Conflict.Kind.MUST_VISIT_OUT_OF_REACH
        : Conflict.Kind.MUST_VISIT_CLOSED;
  }

  private String detail(Conflict.Kind kind, List<Place> musts) {
    Texts texts = Texts.in(wish.request().language());
    String names =
        musts.stream()
            .map(place -> place.names().in(texts.language()))
            .collect(Collectors.joining(", "));
    return switch (kind) {
      case NOTHING_TO_VISIT -> texts.say(Phrase.CONFLICT_NOTHING);
      case BUDGET_EXCEEDED ->
          texts.say(
              Phrase.CONFLICT_BUDGET,
              texts.amount(
                  musts.stream().distinct().map(wish::priceOf).reduce(Money.won(0), Money::plus)),
              wish.request().budget().map(texts::amount).orElse(""));
      case MUST_VISITS_DO_NOT_FIT -> texts.say(Phrase.CONFLICT_TOGETHER, names);
      case MUST_VISIT_OUT_OF_REACH -> texts.say(Phrase.CONFLICT_REACH, names);
      case MUST_VISIT_CLOSED -> texts.say(Phrase.CONFLICT_CLOSED, names);
      case UNKNOWN_DESTINATION, UNKNOWN_MUST_VISIT, AVOIDED_MUST_VISIT, LOCKED ->
          throw new IllegalArgumentException("kind: " + kind + " (expected: of a read wish)");
    };
  }
}
