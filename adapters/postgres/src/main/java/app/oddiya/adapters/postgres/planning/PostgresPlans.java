package app.oddiya.adapters.postgres.planning;

import app.oddiya.adapters.postgres.Database;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Plans in `travel_plans`, their stops in `plan_details`. Every method is one statement; only
/// showing a plan that an earlier release wrote takes two.
final class PostgresPlans implements Plans {

  /// Plans whole, a row each.
  private static final String SELECT_WITH =
      """
      select
        id, user_id, title, start_date, end_date, language, source, notes,
        destination, request, days, totals, certificate,
        version, created_at, updated_at,
        (select json_agg(
           json_build_object(
             'day', day, 'position', position, 'stopId', stop_id,
             'placeId', place_id, 'location', location, 'activity', activity,
             'visit', visit)
           order by position)
         from plan_details
         where plan_id = travel_plans.id and version = travel_plans.version) as details%s
      from travel_plans
      """;

  /// Whole plans, for [PlanRow#plan].
  static final String SELECT = SELECT_WITH.formatted("");

  private static final String OF_OWNER = "where id = :id and user_id = :owner";

  private static final String SELECT_GROUNDED =
      SELECT_WITH.formatted(
          """
          ,
            (select json_agg(%s) from places
             where id in (
               select place_id from plan_details
               where plan_id = travel_plans.id and version = travel_plans.version
               union all
               select unnest(:others))) as places
          """
              .formatted(HeldPlace.AS_JSON));

  private static final String SELECT_DOCUMENT =
      """
      select
        id, version, created_at, updated_at,
        case when document_edition = :edition and document_version = version
          then document
        end as document
      from travel_plans
      """;

  private final Database database;
  private final PlanScribe scribe;
  private final PlanWrites writes;

  PostgresPlans(Database database, PlanScribe scribe) {
    this.database = database;
    this.scribe = scribe;
    this.writes = new PlanWrites(scribe);
  }

  @Override
  public Plan add(UserId owner, Trip trip, Instant now, Deadline deadline) {
    return database.run(deadline, handle -> writes.insert(handle, owner, trip, now));
  }

  @Override
  public Optional<Plan> find(UserId owner, PlanId id, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(SELECT + OF_OWNER)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map((row, context) -> PlanRow.plan(row))
                .findOne());
  }

  @Override
  public Optional<PlanDocument> findDocument(UserId owner, PlanId id, Deadline deadline) {
    Optional<Optional<PlanDocument>> document =
        database.run(
            deadline,
            handle ->
                handle
                    .createQuery(SELECT_DOCUMENT + OF_OWNER)
                    .bind("edition", scribe.edition())
                    .bind("id", id.value())
                    .bind("owner", owner.value())
                    .map((row, context) -> PlanRow.document(row))
                    .findOne());
    if (document.isEmpty()) {
      return Optional.empty();
    }
    return document
        .get()
        .or(() -> find(owner, id, deadline).map(plan -> PlanDocument.of(plan, scribe)));
  }

  @Override
  public Optional<GroundedPlan> findGrounded(
      UserId owner, PlanId id, Set<PlaceId> others, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(SELECT_GROUNDED + OF_OWNER)
                .bindArray("others", String.class, others.stream().map(PlaceId::toString).toList())
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map((row, context) -> new GroundedPlan(PlanRow.plan(row), PlanRow.places(row)))
                .findOne());
  }

  @Override
  public Page<PlanSummary> list(UserId owner, Page.Request page, Deadline deadline) {
    Optional<PlanCursor> after = page.after().map(PlanCursor::parse).orElse(PlanCursor.BEGINNING);
    if (after.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    List<PlanSummary> oneMore =
        database.run(deadline, handle -> list(handle, owner, after.get(), page.limit() + 1));
    if (oneMore.size() <= page.limit()) {
      return new Page<>(oneMore, Optional.empty());
    }
    List<PlanSummary> items = oneMore.subList(0, page.limit());
    return new Page<>(items, Optional.of(PlanCursor.of(items.getLast()).asCursor()));
  }

  private static List<PlanSummary> list(Handle handle, UserId owner, PlanCursor after, int limit) {
    return handle
        .createQuery(
            """
            select
              id, title, destination, start_date, end_date, source, verdict,
              created_at, updated_at
            from travel_plans
            where user_id = :owner and (created_at, id) < (:created_at, :id)
            order by created_at desc, id desc
            limit :limit
            """)
        .bind("owner", owner.value())
        .bind("created_at", after.createdAt().atOffset(ZoneOffset.UTC))
        .bind("id", after.id())
        .bind("limit", limit)
        .map((row, context) -> PlanRow.summary(row))
        .list();
  }

  @Override
  public Replacement replace(
      UserId owner, PlanId id, OptionalLong basedOn, Trip trip, Instant now, Deadline deadline) {
    return database.run(deadline, handle -> writes.replace(handle, owner, id, basedOn, trip, now));
  }

  @Override
  public Deletion delete(UserId owner, PlanId id, OptionalLong basedOn, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(
                    """
                    with found as (
                      select id, version from travel_plans
                      where id = :id and user_id = :owner
                      for update
                    ),
                    gone as (
                      delete from travel_plans using found
                      where travel_plans.id = found.id
                        and found.version = coalesce(:based_on, found.version)
                      returning travel_plans.id
                    )
                    select
                      exists (select from found) as was_there,
                      exists (select from gone) as is_gone
                    """)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .bind("based_on", basedOn.isPresent() ? basedOn.getAsLong() : null)
                .map((row, context) -> deletion(row))
                .one());
  }

  private static Deletion deletion(ResultSet row) throws SQLException {
    if (!row.getBoolean("was_there")) {
      return Deletion.NOT_FOUND;
    }
    return row.getBoolean("is_gone") ? Deletion.DELETED : Deletion.CHANGED;
  }
}
