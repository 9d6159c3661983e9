package app.oddiya.adapters.postgres.planning;

import app.oddiya.domain.planning.plan.GenerationKeys.Grant;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanScribe;
import app.oddiya.domain.planning.plan.Replacement;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Writes plans, each by one statement however long the trip is: the plan, its stops and the
/// records that they rest on travel as texts of JSON. Keys are checked when a statement ends, so
/// the order within does not matter.
final class PlanWrites {

  /// What follows once `allowed` says whether the plan may be added, in its column `owner`.
  private static final String ADD =
      """
      plan as (
        insert into travel_plans (
          user_id, title, start_date, end_date, language, source, verdict, notes,
          destination, request, days, totals, certificate,
          document, document_edition, document_version,
          version, created_at, updated_at)
        select
          owner, :title, :start, :end, :language, :source, :verdict, :notes,
          cast(:destination as json), cast(:request as json), cast(:days as json),
          cast(:totals as json), cast(:certificate as json),
          :document, :edition, 1,
          1, :now, :now
        from allowed
        returning id
      ),
      held as (
        %s
      ),
      details as (
        insert into plan_details (
          plan_id, version, day, position, stop_id, place_id, location, activity, visit)
        select
          plan.id, 1, day, position, "stopId", "placeId", location, activity, visit
        from plan, json_to_recordset(cast(:details as json)) as detail (
          day int, position int, "stopId" uuid, "placeId" text, location text,
          activity text, visit json)
      )
      """
          .formatted(HeldPlace.INSERT_OUTLINES);

  private static final String INSERT =
      """
      with allowed as (
        select cast(:owner as bigint) as owner where is_alive(:owner)
      ),
      %s
      select id from plan
      """
          .formatted(ADD);

  /// The key is locked first: of two that settle it the second finds nothing to settle.
  private static final String SETTLE =
      """
      with allowed as (
        select user_id as owner from generation_keys
        where user_id = :owner and key = :key and fence = :fence and plan_id is null
          and is_alive(:owner)
        for update
      ),
      %s,
      settled as (
        update generation_keys set plan_id = plan.id
        from plan
        where user_id = :owner and key = :key
      )
      select (select id from plan) as id, is_alive(:owner) as is_alive
      """
          .formatted(ADD);

  /// Stops are rows that come and go with each version: the old ones are deleted and the new ones
  /// written by one statement, which checks keys when it ends. A statement sees neither its own
  /// deletions nor the stops of a version that was written while it waited for the plan, so stops
  /// are told apart by the version that wrote them: only those of the plan's own are read, and
  /// others that were left go with the next change.
  private static final String REPLACE =
      """
      with found as (
        select id, version from travel_plans
        where id = :id and user_id = :owner and is_alive(:owner)
        for update
      ),
      changed as (
        update travel_plans set
          title = :title, start_date = :start, end_date = :end, language = :language,
          source = :source, verdict = :verdict, notes = :notes,
          destination = cast(:destination as json), request = cast(:request as json),
          days = cast(:days as json), totals = cast(:totals as json),
          certificate = cast(:certificate as json),
          document = :document, document_edition = :edition, document_version = found.version + 1,
          version = found.version + 1, updated_at = :now
        from found
        where travel_plans.id = found.id
          and found.version = coalesce(:based_on, found.version)
        returning travel_plans.id, travel_plans.version, created_at, updated_at
      ),
      held as (
        %s
      ),
      gone as (
        delete from plan_details using changed where plan_id = changed.id
      ),
      details as (
        insert into plan_details (
          plan_id, version, day, position, stop_id, place_id, location, activity, visit)
        select
          changed.id, changed.version, day, position, "stopId", "placeId", location, activity, visit
        from changed, json_to_recordset(cast(:details as json)) as detail (
          day int, position int, "stopId" uuid, "placeId" text, location text,
          activity text, visit json)
      )
      select
        is_alive(:owner) as is_alive,
        exists (select from found) as was_there,
        (select version from changed) as version,
        (select created_at from changed) as created_at,
        (select updated_at from changed) as updated_at
      """
          .formatted(HeldPlace.INSERT_OUTLINES);

  private final PlanScribe scribe;

  PlanWrites(PlanScribe scribe) {
    this.scribe = scribe;
  }

  /// @param now kept to the microsecond
  Plan insert(Handle handle, UserId owner, Trip trip, Instant now) {
    return bind(handle.createQuery(INSERT), owner, trip, now)
        .map((row, context) -> added(row, owner, trip, now))
        .findOne()
        .orElseThrow(AccountDeleted::new);
  }

  /// Adds the plan that a key was granted for.
  ///
  /// @return empty if the grant has been overtaken
  Optional<Plan> settle(Handle handle, Grant grant, Trip trip, Instant now) {
    return bind(handle.createQuery(SETTLE), grant.traveller(), trip, now)
        .bind("key", grant.key())
        .bind("fence", grant.fence())
        .map((row, context) -> settled(row, grant, trip, now))
        .one();
  }

  private static Optional<Plan> settled(ResultSet row, Grant grant, Trip trip, Instant now)
      throws SQLException {
    if (!row.getBoolean("is_alive")) {
      throw new AccountDeleted();
    }
    return row.getObject("id") == null
        ? Optional.empty()
        : Optional.of(added(row, grant.traveller(), trip, now));
  }

  private static Plan added(ResultSet row, UserId owner, Trip trip, Instant now)
      throws SQLException {
    Instant at = now.truncatedTo(ChronoUnit.MICROS);
    return new Plan(new PlanId(row.getLong("id")), owner, at, at, 1, trip);
  }

  Replacement replace(
      Handle handle, UserId owner, PlanId id, OptionalLong basedOn, Trip trip, Instant now) {
    return bind(handle.createQuery(REPLACE), owner, trip, now)
        .bind("id", id.value())
        .bind("based_on", basedOn.isPresent() ? basedOn.getAsLong() : null)
        .map((row, context) -> replacement(row, owner, id, trip))
        .one();
  }

  private static Replacement replacement(ResultSet row, UserId owner, PlanId id, Trip trip)
      throws SQLException {
    if (!row.getBoolean("is_alive")) {
      throw new AccountDeleted();
    }
    if (!row.getBoolean("was_there")) {
      return new Replacement.NotFound();
    }
    long version = row.getLong("version");
    return version == 0
        ? new Replacement.Changed()
        : new Replacement.Replaced(
            new Plan(
                id,
                owner,
                PlanRow.instant(row, "created_at"),
                PlanRow.instant(row, "updated_at"),
                version,
                trip));
  }

  private Query bind(Query query, UserId owner, Trip trip, Instant now) {
    return query
        .bind("owner", owner.value())
        .bind("now", now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .bind("title", trip.title())
        .bind("start", trip.start())
        .bind("end", trip.end())
        .bind("language", trip.language())
        .bind("source", trip.source())
        .bind("verdict", trip.certificate().verdict())
        .bind("notes", trip.notes())
        .bind("destination", StoredJson.write(trip.destination()))
        .bind("request", trip.request().map(StoredJson::write))
        .bind("days", StoredJson.write(StoredDay.of(trip.days())))
        .bind("totals", StoredJson.write(trip.totals()))
        .bind("certificate", StoredJson.write(trip.certificate()))
        .bind("document", scribe.write(trip))
        .bind("edition", scribe.edition())
        .bind("places", StoredJson.write(HeldPlace.of(trip.days())))
        .bind("details", StoredJson.write(Detail.of(trip.days())));
  }
}
