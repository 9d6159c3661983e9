package app.oddiya.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.time.Eventually;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final InstantSource CLOCK = InstantSource.system();

  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(config(2), CLOCK);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void an_open_database_answers() {
    assertThat(database.answers()).isTrue();
  }

  @Test
  void every_connection_has_its_schema_and_its_limits() {
    assertThat(setting("search_path")).isEqualTo("plan_service");
    assertThat(setting("statement_timeout")).isEqualTo("5s");
    assertThat(setting("lock_timeout")).isEqualTo("2s");
    assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("10s");
  }

  @Test
  void a_wrong_statement_is_a_bug_and_not_an_outage() {
    assertThatThrownBy(() -> database.run(soon(), handle -> handle.execute("select nonsense")))
        .isInstanceOf(UnableToExecuteStatementException.class);
  }

  @Test
  void a_connection_ended_by_the_server_is_an_outage() {
    assertThatThrownBy(
            () ->
                database.run(
                    soon(),
                    handle -> handle.execute("select pg_terminate_backend(pg_backend_pid())")))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void the_pool_replaces_a_connection_that_was_lost() {
    assertThatThrownBy(
            () ->
                database.run(
                    soon(),
                    handle -> handle.execute("select pg_terminate_backend(pg_backend_pid())")))
        .isInstanceOf(Unavailable.class);

    assertThat(database.answers()).isTrue();
  }

  @Test
  void an_exhausted_pool_is_an_outage() {
    try (Database one = Database.open(config(1), CLOCK)) {
      one.run(
          soon(),
          handle -> {
            handle.execute("select 1");
            // On a thread of its own: a nested call would share this one's connection.
            var second =
                CompletableFuture.supplyAsync(() -> one.run(soon(), DatabaseTest::select1));
            assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(Unavailable.class);
            return null;
          });
    }
  }

  @Test
  void a_stuck_statement_is_ended_and_holds_up_nobody_meanwhile() {
    var stuck =
        CompletableFuture.supplyAsync(
            () -> database.run(soon(), handle -> handle.execute("select pg_sleep(600)")));
    try (Database other = Database.open(config(1), CLOCK)) {
      Eventually.holds("it runs", Duration.ofSeconds(20), () -> sleepers(other) == 1);
    }
    assertThat(database.answers()).isTrue();

    assertThatThrownBy(() -> stuck.get(60, TimeUnit.SECONDS))
        .hasCauseInstanceOf(Unavailable.class)
        .hasStackTraceContaining("statement timeout");
    assertThat(database.answers()).isTrue();
  }

  @Test
  void a_transaction_that_fails_leaves_nothing() {
    database.run(soon(), handle -> handle.execute("create table kept (id int)"));

    assertThatThrownBy(
            () ->
                database.transact(
                    soon(),
                    handle -> {
                      handle.execute("insert into kept (id) values (1)");
                      return handle.execute("select nonsense");
                    }))
        .isInstanceOf(UnableToExecuteStatementException.class);

    assertThat(
            database.<Integer, RuntimeException>run(
                soon(),
                handle -> handle.createQuery("select count(*) from kept").mapTo(int.class).one()))
        .isZero();
  }

  @Test
  void nothing_is_begun_after_the_deadline() {
    var over = new Deadline(CLOCK.instant());

    assertThatThrownBy(() -> database.run(over, handle -> handle.execute("select 1")))
        .isInstanceOf(Unavailable.class);
  }

  private static int sleepers(Database from) {
    return from.run(
        soon(),
        handle ->
            handle
                .createQuery(
                    """
                    select count(*) from pg_stat_activity
                    where wait_event = 'PgSleep' and datname = current_database()
                    """)
                .mapTo(int.class)
                .one());
  }

  private String setting(String name) {
    return database.run(
        soon(),
        handle ->
            handle
                .createQuery("select current_setting(:name)")
                .bind("name", name)
                .mapTo(String.class)
                .one());
  }

  private static int select1(Handle handle) {
    return handle.createQuery("select 1").mapTo(int.class).one();
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20), CLOCK);
  }

  private static PostgresConfig config(int pool) {
    String schema = Schema.PLAN.schemaName();
    return new PostgresConfig(
        postgres.jdbcUrl(), postgres.user(schema), postgres.password(schema), pool, Schema.PLAN);
  }
}
