package app.oddiya.adapters.postgres.planning;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.Certificate;
import app.oddiya.domain.planning.plan.Deletion;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.GroundedPlan;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.PlanSummary;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Replacement;
import app.oddiya.domain.planning.plan.Totals;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import tools.jackson.core.type.TypeReference;

/// Plans in `travel_plans`, their stops in `plan_details`. Every method is one statement.
final class PostgresPlans implements Plans {

  private static final TypeReference<List<StoredDay>> DAYS = new TypeReference<>() {};
  private static final TypeReference<List<Detail>> DETAILS = new TypeReference<>() {};
  private static final TypeReference<List<HeldPlace>> PLACES = new TypeReference<>() {};

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

  /// Whole plans, for [#plan].
  static final String SELECT = SELECT_WITH.formatted("");

  private static final String OF_OWNER = "where id = :id and user_id = :owner";

  private static final String SELECT_GROUNDED =
      SELECT_WITH.formatted(
          """
          ,
            (select json_agg(%s) from places
             where id in (
               select place_id from plan_details
               where plan_id = travel_plans.id and version = travel_plans.version)) as places
          """
              .formatted(HeldPlace.AS_JSON));

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
          version = found.version + 1, updated_at = :now
        from found
        where travel_plans.id = found.id
          and found.version = coalesce(:based_on, found.version)
        returning travel_plans.id, travel_plans.version, created_at, updated_at
      ),
      held as (
        insert into places (
          id, provider, provider_id, fetched_at, local_name, category, lat, lng, address)
        select
          id, provider, "providerId", "fetchedAt", "localName", category, lat, lng, address
        from json_to_recordset(cast(:places as json)) as place (
          id text, provider text, "providerId" text, "fetchedAt" timestamptz,
          "localName" text, category text, lat float8, lng float8, address text)
        on conflict (id) do update set
          fetched_at = excluded.fetched_at, local_name = excluded.local_name,
          category = excluded.category, lat = excluded.lat, lng = excluded.lng,
          address = excluded.address
        where places.fetched_at < excluded.fetched_at
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
      """;

  private final Database database;

  PostgresPlans(Database database) {
    this.database = database;
  }

  @Override
  public Plan add(UserId owner, Trip trip, Instant now, Deadline deadline) {
    Instant createdAt = now.truncatedTo(ChronoUnit.MICROS);
    PlanId id = database.run(deadline, handle -> insert(handle, owner, trip, createdAt));
    return new Plan(id, owner, createdAt, createdAt, 1, trip);
  }

  static PlanId insert(Handle handle, UserId owner, Trip trip, Instant now) {
    // The plan, its stops and the records they rest on travel as three texts of JSON: one
    // statement however long the trip is. Keys are checked when it ends, so the order within
    // does not matter.
    Query query =
        handle.createQuery(
            """
            with plan as (
              insert into travel_plans (
                user_id, title, start_date, end_date, language, source, verdict, notes,
                destination, request, days, totals, certificate,
                version, created_at, updated_at)
              select
                :owner, :title, :start, :end, :language, :source, :verdict, :notes,
                cast(:destination as json), cast(:request as json), cast(:days as json),
                cast(:totals as json), cast(:certificate as json),
                1, :now, :now
              where is_alive(:owner)
              returning id
            ),
            held as (
              insert into places (
                id, provider, provider_id, fetched_at, local_name, category, lat, lng, address)
              select
                id, provider, "providerId", "fetchedAt", "localName", category, lat, lng, address
              from json_to_recordset(cast(:places as json)) as place (
                id text, provider text, "providerId" text, "fetchedAt" timestamptz,
                "localName" text, category text, lat float8, lng float8, address text)
              on conflict (id) do update set
                fetched_at = excluded.fetched_at, local_name = excluded.local_name,
                category = excluded.category, lat = excluded.lat, lng = excluded.lng,
                address = excluded.address
              where places.fetched_at < excluded.fetched_at
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
            select id from plan
            """);
    return bind(query, trip)
        .bind("owner", owner.value())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .map((row, context) -> new PlanId(row.getLong("id")))
        .findOne()
        .orElseThrow(AccountDeleted::new);
  }

  private static Query bind(Query query, Trip trip) {
    return query
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
        .bind("places", StoredJson.write(HeldPlace.of(trip.days())))
        .bind("details", StoredJson.write(Detail.of(trip.days())));
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
                .map((row, context) -> plan(row))
                .findOne());
  }

  @Override
  public Optional<GroundedPlan> findGrounded(UserId owner, PlanId id, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(SELECT_GROUNDED + OF_OWNER)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map((row, context) -> new GroundedPlan(plan(row), places(row)))
                .findOne());
  }

  private static List<Place> places(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("places"))
        .map(json -> StoredJson.read(json, PLACES))
        .orElse(List.of())
        .stream()
        .map(HeldPlace::toPlace)
        .toList();
  }

  static Plan plan(ResultSet row) throws SQLException {
    return new Plan(
        new PlanId(row.getLong("id")),
        new UserId(row.getLong("user_id")),
        instant(row, "created_at"),
        instant(row, "updated_at"),
        row.getLong("version"),
        trip(row));
  }

  private static Trip trip(ResultSet row) throws SQLException {
    List<StoredDay> days = StoredJson.read(row.getString("days"), DAYS);
    Optional<String> details = Optional.ofNullable(row.getString("details"));
    return new Trip(
        row.getString("title"),
        Optional.ofNullable(row.getString("notes")),
        Language.valueOf(row.getString("language")),
        Optional.ofNullable(row.getString("request"))
            .map(json -> StoredJson.read(json, PlanRequest.class)),
        StoredJson.read(row.getString("destination"), Destination.class),
        row.getObject("start_date", LocalDate.class),
        row.getObject("end_date", LocalDate.class),
        PlanSource.valueOf(row.getString("source")),
        StoredDay.withStops(
            days, details.map(json -> StoredJson.read(json, DETAILS)).orElse(List.of())),
        StoredJson.read(row.getString("totals"), Totals.class),
        StoredJson.read(row.getString("certificate"), Certificate.class));
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
        .map((row, context) -> summary(row))
        .list();
  }

  private static PlanSummary summary(ResultSet row) throws SQLException {
    return new PlanSummary(
        new PlanId(row.getLong("id")),
        row.getString("title"),
        StoredJson.read(row.getString("destination"), Destination.class),
        row.getObject("start_date", LocalDate.class),
        row.getObject("end_date", LocalDate.class),
        PlanSource.valueOf(row.getString("source")),
        Verdict.valueOf(row.getString("verdict")),
        instant(row, "created_at"),
        instant(row, "updated_at"));
  }

  @Override
  public Replacement replace(
      UserId owner, PlanId id, OptionalLong basedOn, Trip trip, Instant now, Deadline deadline) {
    return database.run(deadline, handle -> replace(handle, owner, id, basedOn, trip, now));
  }

  private static Replacement replace(
      Handle handle, UserId owner, PlanId id, OptionalLong basedOn, Trip trip, Instant now) {
    return bind(handle.createQuery(REPLACE), trip)
        .bind("owner", owner.value())
        .bind("id", id.value())
        .bind("based_on", basedOn.isPresent() ? basedOn.getAsLong() : null)
        .bind("now", now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
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
                id, owner, instant(row, "created_at"), instant(row, "updated_at"), version, trip));
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

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
