package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds changes of a request that was refused before anything was planned, for must-visits that
/// nobody knows or that are to be avoided as well. Each makes the wish feasible by itself: it is
/// read and tried like any other, and changed further where that alone is not enough.
///
/// A destination that nobody knows has no remedy here: nobody can tell which one was meant.
final class Remedies {

  private final Surveyor surveyor;
  private final Routes routes;

  Remedies(Surveyor surveyor, Routes routes) {
    this.surveyor = surveyor;
    this.routes = routes;
  }

  /// @param conflicts all that the reading of the request has found
  List<Relaxation> of(
      PlanRequest request, List<Place> held, List<Conflict> conflicts, Deadline deadline) {
    if (conflicts.stream().anyMatch(it -> it.kind() == Conflict.Kind.UNKNOWN_DESTINATION)) {
      return List.of();
    }
    Set<Integer> unknown = indices("/mustVisit/", of(Conflict.Kind.UNKNOWN_MUST_VISIT, conflicts));
    List<Conflict> clashes = of(Conflict.Kind.AVOIDED_MUST_VISIT, conflicts);
    Set<Integer> avoids = indices("/avoid/", clashes);
    Set<Integer> musts = new TreeSet<>(unknown);
    musts.addAll(indices("/mustVisit/", clashes));

    List<Relaxation> found = new ArrayList<>();
    if (!avoids.isEmpty()) {
      found.addAll(tried(request, held, unknown, avoids, deadline));
    }
    found.addAll(tried(request, held, musts, Set.of(), deadline));
    return found;
  }

  private static List<Conflict> of(Conflict.Kind kind, List<Conflict> conflicts) {
    return conflicts.stream().filter(conflict -> conflict.kind() == kind).toList();
  }

  private static Set<Integer> indices(String list, List<Conflict> conflicts) {
    return conflicts.stream()
        .flatMap(conflict -> conflict.pointers().stream())
        .filter(pointer -> pointer.startsWith(list))
        .map(pointer -> Integer.valueOf(pointer.substring(list.length())))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Relaxation> tried(
      PlanRequest request,
      List<Place> held,
      Set<Integer> musts,
      Set<Integer> avoids,
      Deadline deadline) {
    Texts texts = Texts.in(request.language());
    PlanRequest relaxed =
        request
            .visiting(Relaxations.without(request.mustVisit(), musts))
            .avoiding(Relaxations.without(request.avoid(), avoids));
    String detail =
        Stream.of(
                said(texts, Phrase.RELAXATION_AVOID, avoids, i -> request.avoid().get(i)),
                said(
                    texts,
                    Phrase.RELAXATION_MUST,
                    musts,
                    i -> WishReader.text(request.mustVisit().get(i))))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    Relaxation remedy =
        new Relaxation(
            detail,
            Relaxations.removals(
                Stream.concat(
                    avoids.stream().map(Part.Avoid::new), musts.stream().map(Part.Must::new))));
    return switch (surveyor.survey(relaxed, held, _ -> {}, deadline)) {
      case Surveyor.Outcome.Refused _ -> List.of();
      case Surveyor.Outcome.Surveyed(var survey) ->
          routes
              .obstacle(survey, deadline)
              .map(
                  left ->
                      left.relaxations().stream()
                          .map(next -> Relaxations.after(remedy, next))
                          .toList())
              .orElseGet(() -> List.of(remedy));
    };
  }

  private static Optional<String> said(
      Texts texts, Phrase phrase, Collection<Integer> indices, Function<Integer, String> names) {
    return indices.isEmpty()
        ? Optional.empty()
        : Optional.of(
            texts.say(phrase, indices.stream().map(names).collect(Collectors.joining(", "))));
  }
}
