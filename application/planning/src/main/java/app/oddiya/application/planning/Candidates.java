package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Choices;
import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.routing.Appeal;
import app.oddiya.domain.planning.routing.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The places that a plan of a wish is made of.
final class Candidates {

  /// More would take longer and change little: the best by appeal are kept.
  private static final int MOST = 150;

  private Candidates() {}

  /// The must-visits, then the best others, in an order that is not the provider's.
  ///
  /// @param choices of a model, which weigh beside the interests
  static List<Candidate> of(Wish wish, List<Place> known, Choices choices) {
    List<Candidate> candidates = new ArrayList<>(musts(wish, choices));
    Set<Place> musts = new LinkedHashSet<>(wish.musts());
    known.stream()
        .filter(place -> !musts.contains(place))
        .filter(place -> wish.avoided(place).isEmpty())
        .filter(place -> suits(place, wish.request()))
        .map(place -> candidate(place, wish, choices, false))
        .sorted(
            Comparator.comparingInt(Candidate::appeal)
                .reversed()
                .thenComparing(candidate -> candidate.place().id().toString()))
        .limit(MOST)
        .forEach(candidates::add);
    return candidates;
  }

  /// The must-visits alone, each once.
  static List<Candidate> musts(Wish wish, Choices choices) {
    return new LinkedHashSet<>(wish.musts())
        .stream().map(place -> candidate(place, wish, choices, true)).toList();
  }

  /// A model's opinion moves a place's appeal by at most half of it, up or down: taste decides
  /// between places, and the interests that were asked for stay what they are.
  private static Candidate candidate(Place place, Wish wish, Choices choices, boolean must) {
    int appeal = Appeal.of(place, wish.interests());
    Optional<Choices.Choice> choice = choices.of(place.id());
    return new Candidate(
        place,
        choice.map(it -> appeal * (50 + it.score()) / 100).orElse(appeal),
        must,
        choice.map(Choices.Choice::minutes).orElse(OptionalInt.empty()));
  }

  private static boolean suits(Place place, PlanRequest request) {
    return place.category() != Category.BAR || request.party().children() == 0;
  }
}
