package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.agent.Relaxation.Edit;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Spells what nobody knows in a request as somebody does.
///
/// Nobody is asked whether that was meant: it is offered, never taken.
record Respelling(Places places, PlanRequest request, Deadline deadline) {

  /// Each of them costs as much as a request of its own.
  private static final int DESTINATIONS = 2;

  /// One proposal for each destination that may be meant; must-visits that are like nothing are
  /// left out of it. None where nothing that is unknown is like anything known.
  ///
  /// @param nowhere whether the destination is unknown
  /// @param unknown the must-visits that are
  List<Remedies.Proposal> of(boolean nowhere, Set<Integer> unknown) {
    Map<Integer, String> spelled = new TreeMap<>();
    Set<Integer> unlike = new TreeSet<>();
    for (int i : unknown) {
      spelling(request.mustVisit().get(i))
          .ifPresentOrElse(name -> spelled.put(i, name), () -> unlike.add(i));
    }
    if (nowhere) {
      return destinations().stream()
          .limit(DESTINATIONS)
          .map(name -> proposal(Optional.of(name), spelled, unlike))
          .toList();
    }
    return spelled.isEmpty() ? List.of() : List.of(proposal(Optional.empty(), spelled, unlike));
  }

  private List<String> destinations() {
    return switch (request.destination()) {
      case Destination.Named(var name) -> answered(() -> places.areasSpelledLike(name, deadline));
      case Destination.Around _ -> List.of();
    };
  }

  private Optional<String> spelling(MustVisit must) {
    return switch (must) {
      case MustVisit.Called(var text) ->
          answered(() -> places.placesSpelledLike(text, deadline)).stream().findFirst();
      case MustVisit.Known _ -> Optional.empty();
    };
  }

  /// That it is not known stands, whoever cannot say now what it is like.
  private static List<String> answered(Supplier<List<String>> question) {
    try {
      return question.get();
    } catch (Unavailable noAnswer) {
      return List.of();
    }
  }

  private Remedies.Proposal proposal(
      Optional<String> destination, Map<Integer, String> spelled, Set<Integer> unlike) {
    Texts texts = Texts.in(request.language());
    List<String> details = new ArrayList<>();
    List<Edit> edits = new ArrayList<>();
    List<MustVisit> musts = new ArrayList<>(request.mustVisit());
    destination.ifPresent(
        name -> {
          details.add(
              texts.say(Phrase.RELAXATION_SPELLING, WishReader.text(request.destination()), name));
          edits.add(new Edit.Replace("/destination/name", name));
        });
    spelled.forEach(
        (i, name) -> {
          details.add(texts.say(Phrase.RELAXATION_SPELLING, WishReader.text(musts.get(i)), name));
          edits.add(new Edit.Replace(new Part.Must(i).pointer() + "/text", name));
          musts.set(i, new MustVisit.Called(name));
        });
    if (!unlike.isEmpty()) {
      String names =
          unlike.stream().map(i -> WishReader.text(musts.get(i))).collect(Collectors.joining(", "));
      details.add(texts.say(Phrase.RELAXATION_MUST, names));
      edits.addAll(Relaxations.removals(unlike.stream().map(Part.Must::new)));
    }
    PlanRequest there =
        destination.map(name -> request.in(new Destination.Named(name))).orElse(request);
    return new Remedies.Proposal(
        there.visiting(Relaxations.without(musts, unlike)),
        new Relaxation(String.join("; ", details), edits));
  }
}
