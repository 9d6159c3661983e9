package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.place.Refreshing;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Asks the providers for their present records of the places of a plan.
final class Sightings {

  /// A provider is asked for so many places at once.
  private static final int AT_ONCE = 8;

  private final Places places;

  Sightings(Places places) {
    this.places = places;
  }

  /// What came of asking.
  ///
  /// @param seen every place that a provider or we know
  /// @param unknown those that nobody knows
  record Found(Map<PlaceId, Sighting> seen, Set<PlaceId> unknown) {}

  /// @param held records that we hold
  /// @throws Unavailable if the provider of a place that we hold no record of does not answer
  Found look(Set<PlaceId> wanted, Map<PlaceId, Place> held, Deadline deadline) {
    List<PlaceId> ids = List.copyOf(wanted);
    List<Callable<Optional<Sighting>>> questions = new ArrayList<>();
    for (PlaceId id : ids) {
      questions.add(() -> look(id, Optional.ofNullable(held.get(id)), deadline));
    }
    Map<PlaceId, Sighting> seen = new HashMap<>();
    Set<PlaceId> unknown = new HashSet<>();
    List<Optional<Sighting>> answers = ask(questions);
    for (int i = 0; i < ids.size(); i++) {
      PlaceId id = ids.get(i);
      answers.get(i).ifPresentOrElse(sighting -> seen.put(id, sighting), () -> unknown.add(id));
    }
    return new Found(seen, unknown);
  }

  private Optional<Sighting> look(PlaceId id, Optional<Place> held, Deadline deadline) {
    if (held.isEmpty()) {
      return places.find(id, deadline).map(Sighting::fresh);
    }
    try {
      return Optional.of(
          switch (places.refresh(held.get(), deadline)) {
            case Refreshing.Fresh(var fresh) -> Sighting.fresh(fresh);
            case Refreshing.Gone() -> new Sighting(held.get(), Sighting.Standing.GONE);
            case Refreshing.NotAsked() -> new Sighting(held.get(), Sighting.Standing.NOT_ASKED);
          });
    } catch (Unavailable noAnswer) {
      return Optional.of(new Sighting(held.get(), Sighting.Standing.UNANSWERED));
    }
  }

  private static <T> List<T> ask(List<Callable<T>> questions) {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(questions)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException left) {
      Thread.currentThread().interrupt();
      throw new Unavailable("places", left);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Unavailable down
          ? down
          : new IllegalStateException(failed.getCause());
    }
  }
}
