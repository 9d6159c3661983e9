package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds changes of a request that was refused before anything was planned, for a destination or
/// must-visits that nobody knows, or must-visits that are to be avoided as well. Each makes the
/// wish feasible by itself: it is read and tried like any other, and changed further where that
/// alone is not enough. What cannot be tried, since somebody does not answer, is not offered.
///
/// What nobody knows may have been misspelled, so that known names like it come first. A
/// destination that is like none has no remedy: nobody can tell which one was meant.
final class Remedies {

  private final Places places;
  private final Surveyor surveyor;
  private final Routes routes;
  private final InstantSource clock;

  Remedies(Places places, Surveyor surveyor, Routes routes, InstantSource clock) {
    this.places = places;
    this.surveyor = surveyor;
    this.routes = routes;
    this.clock = clock;
  }

  /// A request that may do, and what to change to get there.
  record Proposal(PlanRequest request, Relaxation relaxation) {}

  /// @param conflicts all that the reading of the request has found
  List<Relaxation> of(
      PlanRequest request, List<Place> held, List<Conflict> conflicts, Deadline deadline) {
    // What is the matter is known: some of the time is left for saying it.
    Deadline soon = deadline.atMost(deadline.remaining(clock).dividedBy(2), clock);
    List<Relaxation> found = new ArrayList<>();
    List<Proposal> respelled =
        new Respelling(places, request, soon)
            .of(
                isNowhere(conflicts),
                indices("/mustVisit/", of(Conflict.Kind.UNKNOWN_MUST_VISIT, conflicts)));
    for (Proposal proposal : respelled) {
      found.addAll(
          tried(proposal, held, left -> without(proposal.request(), held, left, soon), soon));
    }
    found.addAll(without(request, held, conflicts, soon));
    return found;
  }

  private static boolean isNowhere(List<Conflict> conflicts) {
    return !of(Conflict.Kind.UNKNOWN_DESTINATION, conflicts).isEmpty();
  }

  /// What is unknown left out, and of what clashes the one or the other.
  private List<Relaxation> without(
      PlanRequest request, List<Place> held, List<Conflict> conflicts, Deadline deadline) {
    if (isNowhere(conflicts)) {
      return List.of();
    }
    Set<Integer> unknown = indices("/mustVisit/", of(Conflict.Kind.UNKNOWN_MUST_VISIT, conflicts));
    List<Conflict> clashes = of(Conflict.Kind.AVOIDED_MUST_VISIT, conflicts);
    Set<Integer> avoids = indices("/avoid/", clashes);
    Set<Integer> musts = new TreeSet<>(unknown);
    musts.addAll(indices("/mustVisit/", clashes));

    List<Relaxation> found = new ArrayList<>();
    if (!avoids.isEmpty()) {
      found.addAll(tried(without(request, unknown, avoids), held, _ -> List.of(), deadline));
    }
    found.addAll(tried(without(request, musts, Set.of()), held, _ -> List.of(), deadline));
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

  private static Proposal without(PlanRequest request, Set<Integer> musts, Set<Integer> avoids) {
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
    return new Proposal(
        relaxed,
        new Relaxation(
            detail,
            Relaxations.removals(
                Stream.concat(
                    avoids.stream().map(Part.Avoid::new), musts.stream().map(Part.Must::new)))));
  }

  /// @param refused finds what else to change of a proposal that is refused as well
  private List<Relaxation> tried(
      Proposal proposal,
      List<Place> held,
      Function<List<Conflict>, List<Relaxation>> refused,
      Deadline deadline) {
    try {
      return switch (surveyor.survey(proposal.request(), held, _ -> {}, deadline)) {
        case Surveyor.Outcome.Refused(var conflicts) ->
            carriedOn(proposal, refused.apply(conflicts));
        case Surveyor.Outcome.Surveyed(var survey) ->
            routes
                .obstacle(survey, deadline)
                .map(left -> carriedOn(proposal, left.relaxations()))
                .orElseGet(() -> List.of(proposal.relaxation()));
      };
    } catch (Unavailable notNow) {
      return List.of();
    }
  }

  private static List<Relaxation> carriedOn(Proposal proposal, List<Relaxation> further) {
    return further.stream().map(next -> Relaxations.after(proposal.relaxation(), next)).toList();
  }

  private static Optional<String> said(
      Texts texts, Phrase phrase, Collection<Integer> indices, Function<Integer, String> names) {
    return indices.isEmpty()
        ? Optional.empty()
        : Optional.of(
            texts.say(phrase, indices.stream().map(names).collect(Collectors.joining(", "))));
  }
}
