package app.oddiya.adapters.postgres.planning;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.ShareToken;
import app.oddiya.domain.planning.plan.Shares;
import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Links in `share_links`. Every method is one statement.
final class PostgresShares implements Shares {

  private final Database database;

  PostgresShares(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(UserId owner, PlanId plan, ShareToken token, Instant now, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(
                    """
                    with plan as (
                      select id from travel_plans
                      where id = :plan and user_id = :owner and is_alive(:owner)
                    ),
                    made as (
                      insert into share_links (hash, plan_id, created_at)
                      select :hash, id, :now from plan
                      returning hash
                    ),
                    gone as (
                      delete from share_links
                      where hash in (
                        select hash from share_links
                        where plan_id = (select id from plan)
                        order by created_at desc
                        offset :others)
                    )
                    select is_alive(:owner) as is_alive, exists (select from made) as is_made
                    """)
                .bind("owner", owner.value())
                .bind("plan", plan.value())
                .bind("hash", hash(token))
                .bind("now", now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .bind("others", KEPT - 1)
                .map((row, context) -> isMade(row))
                .one());
  }

  private static boolean isMade(ResultSet row) throws SQLException {
    if (!row.getBoolean("is_alive")) {
      throw new AccountDeleted();
    }
    return row.getBoolean("is_made");
  }

  @Override
  public Optional<Plan> find(ShareToken token, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(
                    PostgresPlans.SELECT
                        + "where id = (select plan_id from share_links where hash = :hash)")
                .bind("hash", hash(token))
                .map((row, context) -> PlanRow.plan(row))
                .findOne());
  }

  @Override
  public List<Instant> made(UserId owner, PlanId plan, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(
                    """
                    select share_links.created_at
                    from share_links join travel_plans on travel_plans.id = plan_id
                    where plan_id = :plan and user_id = :owner
                    order by share_links.created_at desc
                    """)
                .bind("plan", plan.value())
                .bind("owner", owner.value())
                .map(
                    (row, context) -> row.getObject("created_at", OffsetDateTime.class).toInstant())
                .list());
  }

  @Override
  public void revoke(UserId owner, PlanId plan, Deadline deadline) {
    database.run(
        deadline,
        handle ->
            handle
                .createUpdate(
                    """
                    delete from share_links using travel_plans
                    where plan_id = :plan and travel_plans.id = plan_id and user_id = :owner
                    """)
                .bind("plan", plan.value())
                .bind("owner", owner.value())
                .execute());
  }

  /// Of 256 random bits: neither salt nor stretching would add anything.
  private static byte[] hash(ShareToken token) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(token.value().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
