package app.oddiya.adapters.postgres.planning;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.PlanId;
import app.oddiya.domain.planning.plan.RevisionId;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Watched;
import app.oddiya.domain.planning.plan.Watches;
import app.oddiya.domain.planning.plan.Worry;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Turns in `travel_plans`. Every method is one statement.
final class PostgresWatches implements Watches {

  private final Database database;

  PostgresWatches(Database database) {
    this.database = database;
  }

  @Override
  public List<Watched> claim(
      LocalDate first, LocalDate last, Instant now, int most, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(
                    """
                    with due as (
                      select id from travel_plans
                      where (unsent is not null and watched_at <= :unsent_since)
                        or (start_date between :first and :last
                            and (watched_at is null or watched_at <= :since))
                      order by watched_at nulls first, id
                      limit :most
                      for update skip locked
                    )
                    update travel_plans set watched_at = :now
                    from due where travel_plans.id = due.id
                    returning travel_plans.id, user_id, told, unsent
                    """)
                .bind("first", first)
                .bind("last", last)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("since", now.minus(REST).atOffset(ZoneOffset.UTC))
                .bind("unsent_since", now.minus(REST_UNSENT).atOffset(ZoneOffset.UTC))
                .bind("most", most)
                .map((row, context) -> watched(row))
                .list());
  }

  private static Watched watched(ResultSet row) throws SQLException {
    String[] told = (String[]) row.getArray("told").getArray();
    return new Watched(
        new UserId(row.getLong("user_id")),
        new PlanId(row.getLong("id")),
        Arrays.stream(told).map(PostgresWatches::worry).collect(Collectors.toSet()),
        Optional.ofNullable(row.getObject("unsent", UUID.class)).map(RevisionId::new));
  }

  private static Worry worry(String text) {
    String[] parts = text.split("/", 2);
    return new Worry(StopId.parse(parts[0]).orElseThrow(), CheckKind.valueOf(parts[1]));
  }

  @Override
  public void release(PlanId plan, Instant now, Deadline deadline) {
    database.run(
        deadline,
        handle ->
            handle
                .createUpdate("update travel_plans set watched_at = :at where id = :plan")
                .bind("at", now.minus(REST).plus(REST_UNSENT).atOffset(ZoneOffset.UTC))
                .bind("plan", plan.value())
                .execute());
  }

  @Override
  public void tell(PlanId plan, Set<Worry> worries, RevisionId proposal, Deadline deadline) {
    List<String> told = worries.stream().map(it -> it.stop() + "/" + it.check().name()).toList();
    database.run(
        deadline,
        handle ->
            handle
                .createUpdate(
                    """
                    update travel_plans set
                      told = array(select unnest(told) union select unnest(:told)),
                      unsent = :proposal
                    where id = :plan
                    """)
                .bindArray("told", String.class, told)
                .bind("proposal", proposal.value())
                .bind("plan", plan.value())
                .execute());
  }

  @Override
  public void sent(PlanId plan, Deadline deadline) {
    database.run(
        deadline,
        handle ->
            handle
                .createUpdate("update travel_plans set unsent = null where id = :plan")
                .bind("plan", plan.value())
                .execute());
  }
}
