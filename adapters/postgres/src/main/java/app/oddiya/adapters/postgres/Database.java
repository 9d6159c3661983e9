package app.oddiya.adapters.postgres;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/// One schema of PostgreSQL as the repositories of this adapter see it: statements run on a pooled
/// connection, an outage comes out as [Unavailable], everything else as the bug it is.
///
/// Every connection has its limits set when it is opened, so that no query, lock or forgotten
/// transaction holds one for long: a statement {@value #STATEMENT_SECONDS} s, a lock
/// {@value #LOCK_SECONDS} s, an idle transaction {@value #IDLE_IN_TRANSACTION_SECONDS} s. A caller
/// that finds the pool exhausted waits {@value #WAIT_SECONDS} s.
///
/// Public for the packages below this one only; apps hold a [PostgresLife].
public final class Database implements AutoCloseable {

  static final int STATEMENT_SECONDS = 5;
  static final int LOCK_SECONDS = 2;
  static final int IDLE_IN_TRANSACTION_SECONDS = 10;
  static final int WAIT_SECONDS = 2;

  /// Beyond what any statement is allowed, so that it only ends a connection whose server is gone.
  private static final int SOCKET_MORE_SECONDS = 5;

  /// The limits above, or others, in seconds.
  ///
  /// @param connection until the pool has one free
  record Patience(int statement, int lock, int idleInTransaction, int connection) {

    static final Patience USUAL =
        new Patience(STATEMENT_SECONDS, LOCK_SECONDS, IDLE_IN_TRANSACTION_SECONDS, WAIT_SECONDS);
  }

  private final HikariDataSource pool;
  private final InstantSource clock;
  private final Jdbi jdbi;
  private final PostgresConfig.Schema schema;

  /// Whether the schema has been seen to have what this release needs. Then it keeps it: later
  /// migrations leave in place what the release before them needs.
  private volatile boolean migrated;

  private Database(
      HikariDataSource pool, InstantSource clock, PostgresConfig.Schema schema, boolean migrated) {
    this.pool = pool;
    this.clock = clock;
    this.schema = schema;
    this.migrated = migrated;
    this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
  }

  /// Brings the schema up to date, if that is ours to do, then opens the pool.
  ///
  /// @throws Unavailable when there is something to do and the server does not answer within a few
  ///     attempts
  static Database open(PostgresConfig config, InstantSource clock) {
    return open(config, clock, Patience.USUAL);
  }

  /// For tests of what holds however busy their machine is.
  static Database open(PostgresConfig config, InstantSource clock, Patience patience) {
    boolean migrated =
        switch (config.migrations()) {
          case AT_START -> {
            Migrations.run(config);
            yield true;
          }
          case APART -> false;
        };
    return new Database(pool(config, patience), clock, config.schema(), migrated);
  }

  /// Runs statements that need no transaction of their own, normally a single one.
  ///
  /// While the schema is behind what this release needs, that is an outage as well.
  ///
  /// @param deadline nothing is begun after it; what has begun by then is ended by the limits above
  public <T, X extends Exception> T run(Deadline deadline, HandleCallback<T, X> work) throws X {
    requireTime(deadline);
    requireSchema();
    try {
      return jdbi.withHandle(work);
    } catch (JdbiException e) {
      throw translated(e);
    }
  }

  /// Runs statements of which all or none take effect (READ COMMITTED).
  ///
  /// @param deadline nothing is begun after it
  /// @throws Unavailable also when the server died during the commit: only reading tells whether
  ///     it took effect
  public <T, X extends Exception> T transact(Deadline deadline, HandleCallback<T, X> work)
      throws X {
    requireTime(deadline);
    requireSchema();
    try {
      return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, work);
    } catch (JdbiException e) {
      throw translated(e);
    }
  }

  /// Whether a statement runs now, on a schema that has what this release needs; what readiness
  /// asks.
  boolean answers() {
    Deadline soon = Deadline.in(Duration.ofSeconds(WAIT_SECONDS), clock);
    try {
      return run(soon, handle -> handle.createQuery("select 1").mapTo(int.class).one()) == 1;
    } catch (Unavailable e) {
      return false;
    }
  }

  /// For tests that listen to what is said to the server.
  Jdbi jdbi() {
    return jdbi;
  }

  /// Lets the pool count what it does; once.
  void measure(MeterRegistry meters) {
    pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
  }

  @Override
  public void close() {
    pool.close();
  }

  private void requireTime(Deadline deadline) {
    if (deadline.isOver(clock)) {
      throw new Unavailable("database", new TimeoutException("no time left"));
    }
  }

  private void requireSchema() {
    if (!migrated) {
      migrated = hasNeeded();
    }
    if (!migrated) {
      throw new Unavailable(
          "database",
          new IllegalStateException(
              schema.schemaName() + " is behind: migration " + schema.needed() + " is needed"));
    }
  }

  /// Whether the history of the schema, if there is any, has the migration that this release needs.
  private boolean hasNeeded() {
    try {
      return jdbi.withHandle(
          handle ->
              handle
                      .createQuery("select to_regclass('flyway_schema_history') is not null")
                      .mapTo(boolean.class)
                      .one()
                  && handle
                      .createQuery(
                          """
                          select exists (
                            select from flyway_schema_history where success and version = :needed)
                          """)
                      .bind("needed", Integer.toString(schema.needed()))
                      .mapTo(boolean.class)
                      .one());
    } catch (JdbiException e) {
      throw translated(e);
    }
  }

  private static RuntimeException translated(JdbiException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && Outage.isSaidBy(sql)) {
        return new Unavailable("database", e);
      }
    }
    return e;
  }

  private static HikariDataSource pool(PostgresConfig config, Patience patience) {
    var hikari = new HikariConfig();
    hikari.setPoolName(config.schema().schemaName());
    hikari.setJdbcUrl(config.url());
    hikari.setUsername(config.user());
    hikari.setPassword(config.password());
    hikari.setMaximumPoolSize(config.pool());
    hikari.setConnectionTimeout(Duration.ofSeconds(patience.connection()).toMillis());
    hikari.setValidationTimeout(Duration.ofSeconds(1).toMillis());
    // Said rather than learned: should the connection be lost of which HikariCP asks it, the pool
    // would stay without any.
    hikari.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    // A server that is away is an outage of the first request and not a reason to die.
    hikari.setInitializationFailTimeout(-1);
    hikari.addDataSourceProperty("ApplicationName", config.schema().schemaName());
    hikari.addDataSourceProperty("currentSchema", config.schema().schemaName());
    hikari.addDataSourceProperty("connectTimeout", Integer.toString(patience.connection()));
    hikari.addDataSourceProperty(
        "socketTimeout", Integer.toString(patience.statement() + SOCKET_MORE_SECONDS));
    hikari.addDataSourceProperty("tcpKeepAlive", "true");
    hikari.addDataSourceProperty("reWriteBatchedInserts", "true");
    // Start-up options rather than SET statements: no round trip, and DISCARD cannot undo them.
    hikari.addDataSourceProperty(
        "options",
        "-c statement_timeout=%ds -c lock_timeout=%ds -c idle_in_transaction_session_timeout=%ds"
            .formatted(patience.statement(), patience.lock(), patience.idleInTransaction()));
    return new HikariDataSource(hikari);
  }
}
