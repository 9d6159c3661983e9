package app.oddiya.apps.plan;

import app.oddiya.adapters.memory.planning.MemoryPlaces;
import app.oddiya.adapters.memory.planning.MemoryPlanChecker;
import app.oddiya.adapters.memory.planning.MemoryPlanReviser;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.testkit.story.Trips;
import java.time.InstantSource;
import java.util.function.Function;

/// What stands behind the plan service in a test: who checks, who revises, who knows places.
record Agents(MemoryPlanChecker checker, MemoryPlanReviser reviser, MemoryPlaces places) {

  static final GeoPoint HERE = new GeoPoint(35.1796, 129.0756);

  /// To whom everything is fine, whose proposals take the last stop of the first day away, and who
  /// know no place.
  static Agents friendly() {
    return revising(trip -> new Revising.Proposed(Trips.shorter(trip)));
  }

  /// Who know a museum, a park and a restaurant at one place as well.
  ///
  /// @see #HERE
  static Agents knowing() {
    Agents agents = friendly();
    agents
        .places()
        .knowing(Trips.museum("museum", HERE))
        .knowing(Trips.park("park", HERE))
        .knowing(Trips.restaurant("noodles", HERE));
    return agents;
  }

  static Agents revising(Function<Trip, Revising> answers) {
    return new Agents(
        MemoryPlanChecker.passing(InstantSource.system()),
        new MemoryPlanReviser(answers),
        new MemoryPlaces());
  }
}
