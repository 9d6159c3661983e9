package app.oddiya.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.adapters.postgres.video.VideoPostgresModule;
import app.oddiya.apps.stores.DatabaseServer;
import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.Ports;
import app.oddiya.apps.stores.Postgres;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.testkit.time.Eventually;
import app.oddiya.domain.testkit.time.SettableClock;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.NewJob;
import app.oddiya.domain.video.job.Requested;
import app.oddiya.domain.video.job.VideoJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server is killed while it commits an order for a film. Nobody can tell then whether it was
/// taken, and asking again with the same key settles it either way.
class KilledDatabaseTest {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String PASSWORD = "password-of-a-test-run";
  private static final UserId OWNER = new UserId(7);

  private final Path folder;
  private final int port = Ports.free();
  private Postgres server;
  private Database database;

  KilledDatabaseTest(@TempDir Path home) {
    folder = home;
    server = start();
    DatabaseServer door = server.server();
    door.makeRoles(
        Map.of("user_service", PASSWORD, "plan_service", PASSWORD, "video_service", PASSWORD));
    door.makeDatabase("oddiya");
    database =
        Database.open(
            new PostgresConfig(
                server.jdbcUrl("oddiya"), "video_service", PASSWORD, 2, Schema.VIDEO),
            CLOCK);
  }

  @AfterEach
  void stop() {
    database.close();
    server.close();
  }

  @Test
  void an_order_that_was_not_committed_is_taken_when_it_is_asked_for_again() throws Exception {
    // Checked, slowly, within the commit.
    execute(
        """
        create function linger() returns trigger language plpgsql as $$
        begin perform pg_sleep(4); return null; end $$;
        create constraint trigger linger after insert on video_jobs
          deferrable initially deferred for each row execute function linger();
        """);
    NewJob order = Videos.newJob(OWNER, SettableClock.A_MORNING);
    CompletableFuture<Requested> first = order(order);
    awaitWaitingFor("PgSleep");

    kill();

    assertThatThrownBy(() -> first.get(LONG.toSeconds(), TimeUnit.SECONDS))
        .hasCauseInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> films().find(OWNER, new JobId(1), soon()))
        .isInstanceOf(Unavailable.class);
    server = start();
    Eventually.holds("the pool has found it", LONG, database::answers);
    execute("drop trigger linger on video_jobs");
    assertThat(jobs()).isZero();

    assertThat(order(order).get(LONG.toSeconds(), TimeUnit.SECONDS))
        .isInstanceOf(Requested.Created.class);
    assertThat(jobs()).isOne();
  }

  @Test
  void an_order_that_was_committed_and_not_answered_is_found_when_it_is_asked_for_again()
      throws Exception {
    // The commit is on the disk, and waits for a standby that there is not.
    asSuperuser("alter system set synchronous_standby_names = 'nobody'");
    asSuperuser("select pg_reload_conf()");
    NewJob order = Videos.newJob(OWNER, SettableClock.A_MORNING);
    CompletableFuture<Requested> first = order(order);
    awaitWaitingFor("SyncRep");

    kill();

    assertThatThrownBy(() -> first.get(LONG.toSeconds(), TimeUnit.SECONDS))
        .hasCauseInstanceOf(Unavailable.class);
    server = start();
    asSuperuser("alter system reset synchronous_standby_names");
    asSuperuser("select pg_reload_conf()");
    Eventually.holds("the pool has found it", LONG, database::answers);

    assertThat(order(order).get(LONG.toSeconds(), TimeUnit.SECONDS))
        .isInstanceOf(Requested.Same.class);
    assertThat(jobs()).isOne();
  }

  private Postgres start() {
    return Postgres.start(new Home(folder), port, Postgres.Durability.KEPT, PASSWORD);
  }

  /// As a machine ends whose power fails.
  private void kill() throws IOException {
    long pid =
        Long.parseLong(
            Files.readAllLines(new Home(folder).run().resolve("postgres.pid")).getFirst());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
    all.addFirst(postmaster);
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
    server.close();
  }

  private VideoJobs films() {
    return VideoPostgresModule.videoJobs(database);
  }

  private CompletableFuture<Requested> order(NewJob order) {
    return CompletableFuture.supplyAsync(() -> films().request(order, 10, soon()));
  }

  private int jobs() {
    return films().list(OWNER, new Page.Request(10, Optional.empty()), soon()).items().size();
  }

  private void awaitWaitingFor(String what) {
    Eventually.holds(
        "a commit waits",
        LONG,
        () -> {
          try (Connection connection =
                  DriverManager.getConnection(
                      server.jdbcUrl("oddiya"), Postgres.SUPERUSER, PASSWORD);
              Statement statement = connection.createStatement();
              ResultSet row =
                  statement.executeQuery(
                      "select count(*) > 0 from pg_stat_activity where wait_event = '%s'"
                          .formatted(what))) {
            return row.next() && row.getBoolean(1);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private void execute(String sql) {
    var _ = database.<Integer, RuntimeException>run(soon(), handle -> handle.execute(sql));
  }

  private void asSuperuser(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl("oddiya"), Postgres.SUPERUSER, PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20), CLOCK);
  }
}
