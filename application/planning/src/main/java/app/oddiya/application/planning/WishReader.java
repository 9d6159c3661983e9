package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.Interest;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.place.Refreshing;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Finds out what a request means: which area, which places.
final class WishReader {

  private final Places places;
  private final Map<PlaceId, Place> held;
  private final Errands errands;

  /// @param held records that we hold of places which the wish may name by their ids
  /// @param errands to ask for all of them at the same time
  WishReader(Places places, List<Place> held, Errands errands) {
    this.places = places;
    this.errands = errands;
    this.held = held.stream().collect(Collectors.toUnmodifiableMap(Place::id, place -> place));
  }

  /// What came of reading.
  sealed interface Reading {

    record Understood(Wish wish) implements Reading {}

    /// @param conflicts every one there is, not only the first
    record Refused(List<Conflict> conflicts) implements Reading {}
  }

  /// The area that is meant, if anybody knows it.
  Optional<Area> area(Destination destination, Deadline deadline) {
    return switch (destination) {
      case Destination.Named(var name) -> places.area(name, deadline);
      case Destination.Around(var position, var radiusKm) ->
          Optional.of(new Area(Optional.empty(), position, radiusKm));
    };
  }

  /// @param area of [#area]
  /// @param budget in won, asked for last
  Reading read(
      PlanRequest request, Optional<Area> area, Supplier<OptionalLong> budget, Deadline deadline) {
    Texts texts = Texts.in(request.language());
    List<Errands.Errand<Optional<Sighting>>> asked =
        request.mustVisit().stream()
            .map(wanted -> errands.start(() -> place(wanted, area, deadline)))
            .toList();
    List<Conflict> conflicts = new ArrayList<>();
    if (area.isEmpty()) {
      conflicts.add(
          new Conflict(
              Conflict.Kind.UNKNOWN_DESTINATION,
              List.of("/destination/name"),
              texts.say(Phrase.CONFLICT_DESTINATION, text(request.destination()))));
    }
    List<Place> musts = new ArrayList<>();
    Set<PlaceId> notAsked = new HashSet<>();
    for (int i = 0; i < request.mustVisit().size(); i++) {
      MustVisit wanted = request.mustVisit().get(i);
      Optional<Sighting> found = asked.get(i).await();
      if (found.isEmpty()) {
        conflicts.add(
            new Conflict(
                Conflict.Kind.UNKNOWN_MUST_VISIT,
                List.of("/mustVisit/" + i),
                texts.say(Phrase.CONFLICT_MUST, text(wanted))));
        continue;
      }
      Place place = found.get().place();
      musts.add(place);
      if (found.get().standing() == Sighting.Standing.NOT_ASKED) {
        notAsked.add(place.id());
      }
      conflicts.addAll(avoided(request, i, place, texts));
    }
    if (area.isEmpty() || !conflicts.isEmpty()) {
      return new Reading.Refused(conflicts);
    }
    return new Reading.Understood(wish(request, area.get(), musts, notAsked, budget.get()));
  }

  private static Wish wish(
      PlanRequest request,
      Area area,
      List<Place> musts,
      Set<PlaceId> notAsked,
      OptionalLong budget) {
    Set<Interest> interests =
        request.interests().stream()
            .flatMap(text -> Interest.parse(text).stream())
            .collect(Collectors.toUnmodifiableSet());
    return new Wish(request, area, musts, notAsked, interests, budget);
  }

  /// Of several places of a name the best match inside the destination, else the best match. A
  /// place that we hold and that nobody can be asked about is taken as it is held; one that is gone
  /// is not.
  private Optional<Sighting> place(MustVisit wanted, Optional<Area> area, Deadline deadline) {
    return switch (wanted) {
      case MustVisit.Known(var id) -> {
        Place known = held.get(id);
        if (known == null) {
          yield places.find(id, deadline).map(Sighting::fresh);
        }
        yield switch (places.refresh(known, deadline)) {
          case Refreshing.Fresh(var place) -> Optional.of(Sighting.fresh(place));
          case Refreshing.NotAsked() ->
              Optional.of(new Sighting(known, Sighting.Standing.NOT_ASKED));
          case Refreshing.Gone() -> Optional.empty();
        };
      }
      case MustVisit.Called(var text) -> {
        List<Place> named = places.named(text, deadline);
        yield named.stream()
            .filter(place -> area.isPresent() && area.get().contains(place.position()))
            .findFirst()
            .or(() -> named.stream().findFirst())
            .map(Sighting::fresh);
      }
    };
  }

  private static List<Conflict> avoided(PlanRequest request, int must, Place place, Texts texts) {
    List<Conflict> conflicts = new ArrayList<>();
    for (int i = 0; i < request.avoid().size(); i++) {
      if (place.isMeantBy(request.avoid().get(i))) {
        conflicts.add(
            new Conflict(
                Conflict.Kind.AVOIDED_MUST_VISIT,
                List.of("/avoid/" + i, "/mustVisit/" + must),
                texts.say(
                    Phrase.CONFLICT_AVOIDED,
                    place.names().in(texts.language()),
                    request.avoid().get(i))));
      }
    }
    return conflicts;
  }

  static String text(Destination destination) {
    return switch (destination) {
      case Destination.Named(var name) -> name;
      case Destination.Around around -> around.position().toString();
    };
  }

  /// As it was written.
  static String text(MustVisit wanted) {
    return switch (wanted) {
      case MustVisit.Called(var text) -> text;
      case MustVisit.Known(var id) -> id.toString();
    };
  }
}
