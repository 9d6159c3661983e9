package app.oddiya.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.adapters.postgres.planning.PlanningPostgresModule;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanScribe;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.Eventually;
import app.oddiya.domain.testkit.time.SettableClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationsTest {

  @RegisterExtension final EmptyDatabase postgres = new EmptyDatabase();

  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String NEXT_RELEASE = "classpath:db/next/plan";
  private static final int CALLERS = 3;

  @ParameterizedTest
  @EnumSource
  void a_release_needs_the_newest_migration_it_has(Schema schema) throws SQLException {
    PostgresModule.migrate(config(schema));

    assertThat(versions(schema)).last().isEqualTo(Integer.toString(schema.needed()));
  }

  @Test
  void a_service_told_to_keep_migrations_apart_waits_for_its_schema() {
    try (Database database = Database.open(config(Schema.PLAN), CLOCK)) {
      assertThat(database.answers()).isFalse();
      assertThatThrownBy(() -> database.run(soon(), handle -> handle.execute("select 1")))
          .isInstanceOf(Unavailable.class)
          .hasRootCauseMessage("plan_service is behind: migration 7 is needed");

      PostgresModule.migrate(config(Schema.PLAN));

      assertThat(database.answers()).isTrue();
    }
  }

  @Test
  void a_schema_that_lacks_only_the_newest_migration_is_behind_as_well() throws SQLException {
    PostgresModule.migrate(config(Schema.PLAN));
    execute(Schema.PLAN, "delete from plan_service.flyway_schema_history where version = '7'");

    try (Database database = Database.open(config(Schema.PLAN), CLOCK)) {
      assertThat(database.answers()).isFalse();
    }
  }

  @Test
  void a_schema_of_the_next_release_is_good_enough_for_this_one() {
    migrateToNextRelease();

    try (Database database = Database.open(config(Schema.PLAN), CLOCK)) {
      assertThat(database.answers()).isTrue();
    }
    // Nor does it mind to start by itself: a release that was taken back.
    PostgresConfig atStart = postgres.config(Schema.PLAN, PostgresConfig.Migrations.AT_START);
    try (Database database = Database.open(atStart, CLOCK)) {
      assertThat(database.answers()).isTrue();
    }
  }

  @Test
  void migrations_run_while_this_release_reads_and_writes() throws Exception {
    PostgresModule.migrate(config(Schema.PLAN));
    var migrated = new AtomicBoolean();
    var rounds = new AtomicInteger();
    try (Database database = Database.open(config(Schema.PLAN), CLOCK);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      Plans plans = PlanningPostgresModule.plans(database, PlanScribe.plain());
      List<Future<?>> working = new ArrayList<>();
      for (int caller = 1; caller <= CALLERS; caller++) {
        var user = new UserId(caller);
        working.add(
            callers.submit(
                () -> {
                  for (int last = Integer.MAX_VALUE; rounds.get() < last; ) {
                    use(plans, user);
                    rounds.incrementAndGet();
                    if (last == Integer.MAX_VALUE && migrated.get()) {
                      last = rounds.get() + 20 * CALLERS;
                    }
                  }
                }));
      }
      Eventually.holds("all are at work", LONG, () -> rounds.get() > 10 * CALLERS);

      migrateToNextRelease();

      migrated.set(true);
      for (Future<?> caller : working) {
        caller.get(LONG.toSeconds(), TimeUnit.SECONDS);
      }
    }
    assertThat(versions(Schema.PLAN)).last().isEqualTo("900");
  }

  @Test
  void who_comes_while_a_migration_waits_for_a_lock_is_not_held_up() throws Exception {
    PostgresModule.migrate(config(Schema.PLAN));
    try (Database database = Database.open(config(Schema.PLAN), CLOCK);
        Connection reader = postgres.connection(Schema.PLAN)) {
      Plans plans = PlanningPostgresModule.plans(database, PlanScribe.plain());
      reader.setAutoCommit(false);
      execute(reader, "select count(*) from travel_plans");

      CompletableFuture<Void> migration = CompletableFuture.runAsync(this::migrateToNextRelease);
      Eventually.holds("the migration waits for the reader", LONG, this::waitsForLock);
      // What deploy's PoolsTest reckons with.
      assertThat(connectionsOfMigration()).isBetween(1, 3);
      // Each of these would end in "lock timeout" if the migration stayed in the queue ahead of it.
      for (int user = 1; user <= 3; user++) {
        use(plans, new UserId(user));
      }
      assertThatThrownBy(() -> migration.get(100, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);

      reader.rollback();
      migration.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }
    assertThat(versions(Schema.PLAN)).last().isEqualTo("900");
  }

  @Test
  void two_that_migrate_at_once_do_it_once() throws Exception {
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Future<?> one = both.submit(() -> PostgresModule.migrate(config(Schema.VIDEO)));
      Future<?> other = both.submit(() -> PostgresModule.migrate(config(Schema.VIDEO)));
      one.get(LONG.toSeconds(), TimeUnit.SECONDS);
      other.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }
    assertThat(versions(Schema.VIDEO)).doesNotHaveDuplicates().last().isEqualTo("5");
  }

  @Test
  void a_migration_without_a_server_is_an_outage() {
    var nowhere =
        new PostgresConfig("jdbc:postgresql://127.0.0.1:1/oddiya", "a", "b", 1, Schema.PLAN);

    assertThatThrownBy(() -> PostgresModule.migrate(nowhere)).isInstanceOf(Unavailable.class);
  }

  /// What travellers do with a plan.
  private static void use(Plans plans, UserId user) {
    Plan plan = plans.add(user, Trips.trip(), SettableClock.A_MORNING, soon());
    plans.replace(
        user,
        plan.id(),
        OptionalLong.empty(),
        Trips.shorter(Trips.trip()),
        SettableClock.A_MORNING,
        soon());
    assertThat(plans.find(user, plan.id(), soon())).isPresent();
    plans.list(user, new Page.Request(10, Optional.empty()), soon());
    plans.delete(user, plan.id(), OptionalLong.empty(), soon());
  }

  private void migrateToNextRelease() {
    Migrations.run(config(Schema.PLAN), Schema.PLAN.migrations(), NEXT_RELEASE);
  }

  private int connectionsOfMigration() throws SQLException {
    try (Connection connection = postgres.connection(Schema.PLAN);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select count(*) from pg_stat_activity
                where application_name = 'plan_service migrations'
                """)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private boolean waitsForLock() {
    try (Connection connection = postgres.connection(Schema.PLAN);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select count(*) > 0 from pg_stat_activity
                where application_name = 'plan_service migrations' and wait_event_type = 'Lock'
                """)) {
      return row.next() && row.getBoolean(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> versions(Schema schema) throws SQLException {
    List<String> versions = new ArrayList<>();
    try (Connection connection = postgres.connection(schema);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select version from flyway_schema_history order by installed_rank")) {
      while (rows.next()) {
        versions.add(rows.getString(1));
      }
    }
    return versions;
  }

  private void execute(Schema schema, String sql) throws SQLException {
    try (Connection connection = postgres.connection(schema)) {
      execute(connection, sql);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private PostgresConfig config(Schema schema) {
    return postgres.config(schema, PostgresConfig.Migrations.APART);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20), CLOCK);
  }
}
