package app.oddiya.adapters.memory.planning;

import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Deletion;
import app.oddiya.domain.planning.plan.GroundedPlan;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanDocument;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanScribe;
import app.oddiya.domain.planning.plan.PlanSummary;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Replacement;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/// Plans in memory. Ids are 1, 2, 3; a cursor is the id of the last plan shown. Deadlines are not
/// looked at. Safe for concurrent use.
public final class MemoryPlans implements Plans {

  private static final Comparator<Plan> NEWEST_FIRST =
      Comparator.comparing(Plan::createdAt).thenComparingLong(plan -> plan.id().value()).reversed();

  private final TreeMap<Long, Plan> plans = new TreeMap<>();
  private final MemoryTombstones tombstones;
  private final MemoryHeldPlaces places;
  private final PlanScribe scribe;
  private long lastId;

  public MemoryPlans() {
    this(new MemoryTombstones());
  }

  public MemoryPlans(MemoryTombstones tombstones) {
    this(tombstones, new MemoryHeldPlaces());
  }

  /// @param places that hold what the stops tell of theirs
  public MemoryPlans(MemoryTombstones tombstones, MemoryHeldPlaces places) {
    this(tombstones, places, PlanScribe.plain());
  }

  /// @param scribe writes what plans say when they are shown; plainly by default
  public MemoryPlans(MemoryTombstones tombstones, MemoryHeldPlaces places, PlanScribe scribe) {
    this.tombstones = tombstones;
    this.places = places;
    this.scribe = scribe;
    tombstones.alsoRemove(this::removeAllOf);
  }

  MemoryTombstones tombstones() {
    return tombstones;
  }

  @Override
  public Plan add(UserId owner, Trip trip, Instant now, Deadline deadline) {
    return tombstones.writingFor(owner, () -> store(owner, trip, now));
  }

  synchronized List<Plan> all() {
    return List.copyOf(plans.values());
  }

  private synchronized void removeAllOf(UserId owner) {
    plans.values().removeIf(plan -> plan.owner().equals(owner));
  }

  private synchronized Plan store(UserId owner, Trip trip, Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.MICROS);
    var plan = new Plan(new PlanId(++lastId), owner, at, at, 1, trip);
    plans.put(lastId, plan);
    places.rememberStopsOf(trip);
    return plan;
  }

  @Override
  public synchronized Optional<Plan> find(UserId owner, PlanId id, Deadline deadline) {
    return Optional.ofNullable(plans.get(id.value())).filter(plan -> plan.owner().equals(owner));
  }

  @Override
  public Optional<PlanDocument> findDocument(UserId owner, PlanId id, Deadline deadline) {
    return find(owner, id, deadline).map(plan -> PlanDocument.of(plan, scribe));
  }

  @Override
  public Optional<GroundedPlan> findGrounded(
      UserId owner, PlanId id, Set<PlaceId> others, Deadline deadline) {
    return find(owner, id, deadline)
        .map(plan -> new GroundedPlan(plan, placesOf(plan, others, deadline)));
  }

  private List<Place> placesOf(Plan plan, Set<PlaceId> others, Deadline deadline) {
    Set<PlaceId> ids = new HashSet<>(others);
    plan.trip().stops().forEach(stop -> ids.add(stop.placeId()));
    return List.copyOf(places.find(ids, deadline).values());
  }

  @Override
  public synchronized Page<PlanSummary> list(UserId owner, Page.Request page, Deadline deadline) {
    List<Plan> all =
        plans.values().stream()
            .filter(plan -> plan.owner().equals(owner))
            .sorted(NEWEST_FIRST)
            .toList();
    int from = page.after().map(cursor -> positionAfter(all, cursor)).orElse(0);
    int to = Math.min(all.size(), from + page.limit());
    return new Page<>(
        all.subList(from, to).stream().map(MemoryPlans::summary).toList(),
        to < all.size()
            ? Optional.of(new Page.Cursor(all.get(to - 1).id().toString()))
            : Optional.empty());
  }

  @Override
  public Replacement replace(
      UserId owner, PlanId id, OptionalLong basedOn, Trip trip, Instant now, Deadline deadline) {
    return tombstones.writingFor(owner, () -> replace(owner, id, basedOn, trip, now));
  }

  private synchronized Replacement replace(
      UserId owner, PlanId id, OptionalLong basedOn, Trip trip, Instant now) {
    Plan plan = plans.get(id.value());
    if (plan == null || !plan.owner().equals(owner)) {
      return new Replacement.NotFound();
    }
    if (basedOn.isPresent() && basedOn.getAsLong() != plan.version()) {
      return new Replacement.Changed();
    }
    var next =
        new Plan(
            id,
            owner,
            plan.createdAt(),
            now.truncatedTo(ChronoUnit.MICROS),
            plan.version() + 1,
            trip);
    plans.put(id.value(), next);
    places.rememberStopsOf(trip);
    return new Replacement.Replaced(next);
  }

  @Override
  public synchronized Deletion delete(
      UserId owner, PlanId id, OptionalLong basedOn, Deadline deadline) {
    Optional<Plan> plan = find(owner, id, deadline);
    if (plan.isEmpty()) {
      return Deletion.NOT_FOUND;
    }
    if (basedOn.isPresent() && basedOn.getAsLong() != plan.get().version()) {
      return Deletion.CHANGED;
    }
    plans.remove(id.value());
    return Deletion.DELETED;
  }

  private static int positionAfter(List<Plan> all, Page.Cursor cursor) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().toString().equals(cursor.value())) {
        return i + 1;
      }
    }
    return all.size();
  }

  private static PlanSummary summary(Plan plan) {
    Trip trip = plan.trip();
    return new PlanSummary(
        plan.id(),
        trip.title(),
        trip.destination(),
        trip.start(),
        trip.end(),
        trip.source(),
        trip.certificate().verdict(),
        plan.createdAt(),
        plan.updatedAt());
  }
}
