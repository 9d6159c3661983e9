package app.oddiya.adapters.postgres.planning;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.planning.plan.GenerationKeys;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.PlanScribe;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Keys in `generation_keys`.
final class PostgresGenerationKeys implements GenerationKeys {

  private final Database database;
  private final PlanWrites writes;

  PostgresGenerationKeys(Database database, PlanScribe scribe) {
    this.database = database;
    this.writes = new PlanWrites(scribe);
  }

  private record Wish(
      UserId traveller, UUID key, PlanRequest request, Instant now, Instant leaseEnd) {}

  private record Row(PlanRequest request, Instant leaseEnd, Optional<PlanId> plan) {

    static Row of(ResultSet row) throws SQLException {
      long plan = row.getLong("plan_id");
      return new Row(
          StoredJson.read(row.getBytes("request"), PlanRequest.class),
          row.getObject("lease_end", OffsetDateTime.class).toInstant(),
          plan == 0 ? Optional.empty() : Optional.of(new PlanId(plan)));
    }
  }

  @Override
  public Claim claim(
      UserId traveller,
      UUID key,
      PlanRequest request,
      Instant now,
      Instant leaseEnd,
      Deadline deadline) {
    var wish = new Wish(traveller, key, request, now, leaseEnd);
    return database.transact(
        deadline,
        handle -> {
          while (true) {
            OptionalLong fence = insert(handle, wish);
            if (fence.isPresent()) {
              return granted(wish, fence.getAsLong());
            }
            // The row that was in the way may have been released by now.
            Optional<Row> row = lock(handle, wish);
            if (row.isPresent()) {
              return claim(handle, wish, row.get());
            }
          }
        });
  }

  private static Claim claim(Handle handle, Wish wish, Row row) {
    if (!row.request.equals(wish.request)) {
      return new Claim.OfAnotherRequest();
    }
    if (row.plan.isPresent()) {
      return new Claim.Settled(row.plan.get());
    }
    if (wish.now.isBefore(row.leaseEnd)) {
      return new Claim.Taken();
    }
    return granted(wish, takeOver(handle, wish));
  }

  private static Claim granted(Wish wish, long fence) {
    return new Claim.Granted(new Grant(wish.traveller, wish.key, fence));
  }

  /// Old keys go with new ones, those of this traveller only: a bounded piece of work, done by
  /// whoever makes more of it. The traveller is alive, and will be until the transaction ends.
  ///
  /// @return empty if the key is there already, or was until now
  private static OptionalLong insert(Handle handle, Wish wish) {
    return handle
        .createQuery(
            """
            with alive as (
              select is_alive(:user) as is_alive
            ),
            old as (
              delete from generation_keys where user_id = :user and claimed_at <= :day_ago
            ),
            new as (
              insert into generation_keys (user_id, key, request, claimed_at, lease_end)
              select :user, :key, cast(:request as json), :now, :lease_end
              from alive where is_alive
              on conflict (user_id, key) do nothing
              returning fence
            )
            select is_alive, (select fence from new) as fence from alive
            """)
        .bind("user", wish.traveller.value())
        .bind("day_ago", utc(wish.now.minus(KEPT)))
        .bind("key", wish.key)
        .bind("request", StoredJson.write(wish.request))
        .bind("now", utc(wish.now))
        .bind("lease_end", utc(wish.leaseEnd))
        .map((row, context) -> fence(row))
        .one();
  }

  private static OptionalLong fence(ResultSet row) throws SQLException {
    if (!row.getBoolean("is_alive")) {
      throw new AccountDeleted();
    }
    long fence = row.getLong("fence");
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(fence);
  }

  /// So that of many who claim at once each sees what the one before has made of the row.
  private static Optional<Row> lock(Handle handle, Wish wish) {
    return handle
        .createQuery(
            """
            select request, lease_end, plan_id
            from generation_keys
            where user_id = :user and key = :key
            for update
            """)
        .bind("user", wish.traveller.value())
        .bind("key", wish.key)
        .map((row, context) -> Row.of(row))
        .findOne();
  }

  private static long takeOver(Handle handle, Wish wish) {
    return handle
        .createQuery(
            """
            update generation_keys set fence = default, lease_end = :lease_end
            where user_id = :user and key = :key
            returning fence
            """)
        .bind("user", wish.traveller.value())
        .bind("key", wish.key)
        .bind("lease_end", utc(wish.leaseEnd))
        .mapTo(long.class)
        .one();
  }

  @Override
  public Optional<Plan> settle(Grant grant, Trip trip, Instant now, Deadline deadline) {
    return database.run(deadline, handle -> writes.settle(handle, grant, trip, now));
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
