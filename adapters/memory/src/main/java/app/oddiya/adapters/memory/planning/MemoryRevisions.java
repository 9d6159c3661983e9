package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.Revision;
import app.oddiya.domain.planning.plan.RevisionId;
import app.oddiya.domain.planning.plan.RevisionSummary;
import app.oddiya.domain.planning.plan.Revisions;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Proposals in memory, beside the plans that they are for. A cursor is the id of the last proposal
/// shown. Deadlines are not looked at. Safe for concurrent use.
public final class MemoryRevisions implements Revisions {

  private static final Comparator<Revision> NEWEST_FIRST =
      Comparator.comparing(Revision::createdAt)
          .thenComparing(revision -> revision.id().toString())
          .reversed();

  private final Map<PlanId, List<Revision>> revisions = new HashMap<>();
  private final MemoryPlans plans;

  public MemoryRevisions(MemoryPlans plans) {
    this.plans = plans;
  }

  @Override
  public boolean add(UserId owner, Revision revision, Deadline deadline) {
    return plans.tombstones().writingFor(owner, () -> keep(owner, revision, deadline));
  }

  private synchronized boolean keep(UserId owner, Revision revision, Deadline deadline) {
    if (plans.find(owner, revision.plan(), deadline).isEmpty()) {
      return false;
    }
    List<Revision> kept = revisions.computeIfAbsent(revision.plan(), _ -> new ArrayList<>());
    kept.add(toTheMicrosecond(revision));
    kept.sort(NEWEST_FIRST);
    if (kept.size() > KEPT) {
      kept.subList(KEPT, kept.size()).clear();
    }
    return true;
  }

  private static Revision toTheMicrosecond(Revision revision) {
    return new Revision(
        revision.id(),
        revision.plan(),
        revision.basedOn(),
        revision.createdAt().truncatedTo(ChronoUnit.MICROS),
        revision.instruction(),
        revision.proposal(),
        revision.diff());
  }

  @Override
  public synchronized Optional<Revision> find(
      UserId owner, PlanId plan, RevisionId id, Deadline deadline) {
    return of(owner, plan, deadline).stream()
        .flatMap(List::stream)
        .filter(revision -> revision.id().equals(id))
        .findFirst();
  }

  @Override
  public synchronized Optional<Page<RevisionSummary>> list(
      UserId owner, PlanId plan, Page.Request page, Deadline deadline) {
    return of(owner, plan, deadline).map(all -> page(all, page));
  }

  /// Those of a plan that is gone are left behind, where nobody finds them.
  private Optional<List<Revision>> of(UserId owner, PlanId plan, Deadline deadline) {
    return plans
        .find(owner, plan, deadline)
        .map(found -> revisions.getOrDefault(found.id(), List.of()));
  }

  private static Page<RevisionSummary> page(List<Revision> all, Page.Request page) {
    int from = page.after().map(cursor -> positionAfter(all, cursor)).orElse(0);
    int to = Math.min(all.size(), from + page.limit());
    return new Page<>(
        all.subList(from, to).stream().map(RevisionSummary::of).toList(),
        to < all.size()
            ? Optional.of(new Page.Cursor(all.get(to - 1).id().toString()))
            : Optional.empty());
  }

  private static int positionAfter(List<Revision> all, Page.Cursor cursor) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().toString().equals(cursor.value())) {
        return i + 1;
      }
    }
    return all.size();
  }
}
