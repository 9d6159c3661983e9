package app.oddiya.adapters.postgres.planning;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.planning.plan.Change;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.Revision;
import app.oddiya.domain.planning.plan.RevisionId;
import app.oddiya.domain.planning.plan.RevisionSummary;
import app.oddiya.domain.planning.plan.Revisions;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tools.jackson.core.type.TypeReference;

/// Proposals in `plan_revisions`. Every method is one statement.
final class PostgresRevisions implements Revisions {

  private static final TypeReference<List<Change>> DIFF = new TypeReference<>() {};

  private final Database database;

  PostgresRevisions(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(UserId owner, Revision revision, Deadline deadline) {
    return database.run(deadline, handle -> add(handle, owner, revision));
  }

  /// The lock keeps the plan from being deleted meanwhile. As the statement does not see the row
  /// that it adds, one less than all that are kept stay beside it.
  private static boolean add(Handle handle, UserId owner, Revision revision) {
    return handle
        .createQuery(
            """
            with plan as (
              select id from travel_plans
              where id = :plan and user_id = :owner and is_alive(:owner)
              for key share
            ),
            added as (
              insert into plan_revisions (
                plan_id, revision_id, based_on, created_at, instruction, proposal, diff)
              select
                plan.id, :id, :based_on, :created_at, :instruction,
                cast(:proposal as json), cast(:diff as json)
              from plan
            ),
            old as (
              delete from plan_revisions
              where plan_id in (select id from plan)
                and revision_id not in (
                  select revision_id from plan_revisions
                  where plan_id = :plan
                  order by created_at desc, revision_id desc
                  limit :others)
            )
            select is_alive(:owner) as is_alive, exists (select from plan) as is_there
            """)
        .bind("owner", owner.value())
        .bind("plan", revision.plan().value())
        .bind("id", revision.id().value())
        .bind("based_on", revision.basedOn())
        .bind("created_at", utc(revision.createdAt().truncatedTo(ChronoUnit.MICROS)))
        .bind("instruction", revision.instruction())
        .bind("proposal", StoredJson.write(revision.proposal()))
        .bind("diff", StoredJson.write(revision.diff()))
        .bind("others", KEPT - 1)
        .map((row, context) -> isAdded(row))
        .one();
  }

  private static boolean isAdded(ResultSet row) throws SQLException {
    if (!row.getBoolean("is_alive")) {
      throw new AccountDeleted();
    }
    return row.getBoolean("is_there");
  }

  @Override
  public Optional<Revision> find(UserId owner, PlanId plan, RevisionId id, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(
                    """
                    select revision_id, based_on, created_at, instruction, proposal, diff
                    from plan_revisions
                    where plan_id = :plan and revision_id = :id
                      and exists (
                        select from travel_plans where id = :plan and user_id = :owner)
                    """)
                .bind("owner", owner.value())
                .bind("plan", plan.value())
                .bind("id", id.value())
                .map((row, context) -> revision(row, plan))
                .findOne());
  }

  private static Revision revision(ResultSet row, PlanId plan) throws SQLException {
    RevisionSummary summary = summary(row);
    return new Revision(
        summary.id(),
        plan,
        summary.basedOn(),
        summary.createdAt(),
        summary.instruction(),
        StoredJson.read(row.getBytes("proposal"), Trip.class),
        summary.diff());
  }

  private static RevisionSummary summary(ResultSet row) throws SQLException {
    return new RevisionSummary(
        new RevisionId(row.getObject("revision_id", UUID.class)),
        row.getLong("based_on"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("instruction")),
        StoredJson.read(row.getBytes("diff"), DIFF));
  }

  @Override
  public Optional<Page<RevisionSummary>> list(
      UserId owner, PlanId plan, Page.Request page, Deadline deadline) {
    Optional<RevisionCursor> after =
        page.after().map(RevisionCursor::parse).orElse(RevisionCursor.BEGINNING);
    // Where nothing comes after, the question is only whether there is such a plan.
    int limit = after.isPresent() ? page.limit() + 1 : 0;
    List<Optional<RevisionSummary>> rows =
        database.run(
            deadline,
            handle ->
                list(handle, owner, plan, after.or(() -> RevisionCursor.BEGINNING).get(), limit));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<RevisionSummary> oneMore = rows.stream().flatMap(Optional::stream).toList();
    if (oneMore.size() <= page.limit()) {
      return Optional.of(new Page<>(oneMore, Optional.empty()));
    }
    List<RevisionSummary> items = oneMore.subList(0, page.limit());
    return Optional.of(
        new Page<>(items, Optional.of(RevisionCursor.of(items.getLast()).asCursor())));
  }

  /// @return one empty row for a plan without any proposals, none for no plan
  private static List<Optional<RevisionSummary>> list(
      Handle handle, UserId owner, PlanId plan, RevisionCursor after, int limit) {
    return handle
        .createQuery(
            """
            select revision_id, based_on, revision.created_at, instruction, diff
            from travel_plans
            left join lateral (
              select revision_id, based_on, created_at, instruction, diff
              from plan_revisions
              where plan_id = travel_plans.id
                and (created_at, revision_id) < (:created_at, :revision_id)
              order by created_at desc, revision_id desc
              limit :limit
            ) revision on true
            where id = :plan and user_id = :owner
            order by revision.created_at desc, revision_id desc
            """)
        .bind("owner", owner.value())
        .bind("plan", plan.value())
        .bind("created_at", utc(after.createdAt()))
        .bind("revision_id", after.id())
        .bind("limit", limit)
        .map(
            (row, context) ->
                row.getString("revision_id") == null
                    ? Optional.<RevisionSummary>empty()
                    : Optional.of(summary(row)))
        .list();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
