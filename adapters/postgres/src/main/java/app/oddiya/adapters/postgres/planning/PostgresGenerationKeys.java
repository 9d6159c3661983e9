package app.oddiya.adapters.postgres.planning;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.planning.plan.GenerationKeys;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Keys in `generation_keys`.
final class PostgresGenerationKeys implements GenerationKeys {

  private final Database database;

  PostgresGenerationKeys(Database database) {
    this.database = database;
  }

  private record Row(PlanRequest request, Instant leaseEnd, long fence, Optional<PlanId> plan) {

    static Row of(ResultSet row) throws SQLException {
      long plan = row.getLong("plan_id");
      return new Row(
          StoredJson.read(row.getString("request"), PlanRequest.class),
          row.getObject("lease_end", OffsetDateTime.class).toInstant(),
          row.getLong("fence"),
          plan == 0 ? Optional.empty() : Optional.of(new PlanId(plan)));
    }
  }

  /// Locks the key's row, so that of many who claim at once each sees what the one before made of
  /// it.
  @Override
  public Claim claim(
      UserId traveller,
      UUID key,
      PlanRequest request,
      Instant now,
      Instant leaseEnd,
      Deadline deadline) {
    return database.transact(
        deadline,
        handle -> {
          forgetOldKeys(handle, traveller, now);
          Optional<Row> row = Optional.empty();
          // A row that was in the way may have been released by the time it is looked at.
          while (row.isEmpty()) {
            if (insert(handle, traveller, key, request, now, leaseEnd)) {
              return new Claim.Granted(new Grant(traveller, key, 1));
            }
            row = lock(handle, traveller, key);
          }
          return claim(
              handle,
              new Grant(traveller, key, row.get().fence + 1),
              row.get(),
              request,
              now,
              leaseEnd);
        });
  }

  private static Claim claim(
      Handle handle, Grant next, Row row, PlanRequest request, Instant now, Instant leaseEnd) {
    if (!row.request.equals(request)) {
      return new Claim.OfAnotherRequest();
    }
    if (row.plan.isPresent()) {
      return new Claim.Settled(row.plan.get());
    }
    if (now.isBefore(row.leaseEnd)) {
      return new Claim.Taken();
    }
    takeOver(handle, next, leaseEnd);
    return new Claim.Granted(next);
  }

  /// Those of this traveller only: a bounded piece of work, done by whoever makes new ones.
  private static void forgetOldKeys(Handle handle, UserId traveller, Instant now) {
    handle
        .createUpdate(
            "delete from generation_keys where user_id = :user and claimed_at <= :day_ago")
        .bind("user", traveller.value())
        .bind("day_ago", utc(now.minus(KEPT)))
        .execute();
  }

  private static boolean insert(
      Handle handle,
      UserId traveller,
      UUID key,
      PlanRequest request,
      Instant now,
      Instant leaseEnd) {
    return handle
            .createUpdate(
                """
                insert into generation_keys (
                  user_id, key, request, claimed_at, lease_end, fence)
                values (:user, :key, cast(:request as json), :now, :lease_end, 1)
                on conflict (user_id, key) do nothing
                """)
            .bind("user", traveller.value())
            .bind("key", key)
            .bind("request", StoredJson.write(request))
            .bind("now", utc(now))
            .bind("lease_end", utc(leaseEnd))
            .execute()
        == 1;
  }

  private static Optional<Row> lock(Handle handle, UserId traveller, UUID key) {
    return handle
        .createQuery(
            """
            select request, lease_end, fence, plan_id
            from generation_keys
            where user_id = :user and key = :key
            for update
            """)
        .bind("user", traveller.value())
        .bind("key", key)
        .map((row, context) -> Row.of(row))
        .findOne();
  }

  private static void takeOver(Handle handle, Grant grant, Instant leaseEnd) {
    handle
        .createUpdate(
            """
            update generation_keys set fence = :fence, lease_end = :lease_end
            where user_id = :user and key = :key
            """)
        .bind("user", grant.traveller().value())
        .bind("key", grant.key())
        .bind("fence", grant.fence())
        .bind("lease_end", utc(leaseEnd))
        .execute();
  }

  @Override
  public Optional<Plan> settle(Grant grant, Trip trip, Instant now, Deadline deadline) {
    Instant createdAt = now.truncatedTo(ChronoUnit.MICROS);
    return database.transact(
        deadline,
        handle -> {
          PlanId id = PostgresPlans.insert(handle, grant.traveller(), trip, createdAt);
          if (!settle(handle, grant, id)) {
            handle.rollback();
            return Optional.<Plan>empty();
          }
          return Optional.of(new Plan(id, grant.traveller(), createdAt, createdAt, 1, trip));
        });
  }

  private static boolean settle(Handle handle, Grant grant, PlanId plan) {
    return handle
            .createUpdate(
                """
                update generation_keys set plan_id = :plan
                where user_id = :user and key = :key and fence = :fence and plan_id is null
                """)
            .bind("plan", plan.value())
            .bind("user", grant.traveller().value())
            .bind("key", grant.key())
            .bind("fence", grant.fence())
            .execute()
        == 1;
  }

  @Override
  public void release(Grant grant, Deadline deadline) {
    database.run(
        deadline,
        handle ->
            handle
                .createUpdate(
                    """
                    delete from generation_keys
                    where user_id = :user and key = :key and fence = :fence and plan_id is null
                    """)
                .bind("user", grant.traveller().value())
                .bind("key", grant.key())
                .bind("fence", grant.fence())
                .execute());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
