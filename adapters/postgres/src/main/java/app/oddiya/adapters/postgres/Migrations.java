package app.oddiya.adapters.postgres;

import app.oddiya.domain.shared.Unavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings one schema up to date. Each migration is safe while the previous release runs, and runs
/// while it does.
final class Migrations {

  /// How long a migration waits for a lock. Everybody who comes after it queues behind it, so this
  /// is less than what they would wait ([Database#LOCK_SECONDS]), and it tries again.
  private static final Duration LOCK = Duration.ofSeconds(1);

  /// Lets those through who queued meanwhile. No statement of ours holds a lock for longer than
  /// [Database#STATEMENT_SECONDS], so an attempt comes through if there are enough of them.
  private static final Duration REST = Duration.ofSeconds(1);

  private static final int ATTEMPTS = 30;

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  private Migrations() {}

  /// @throws Unavailable when the server does not answer within a few attempts, or never gives a
  ///     lock
  static void run(PostgresConfig config) {
    run(config, config.schema().migrations());
  }

  static void run(PostgresConfig config, String... locations) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(config.url(), config.user(), config.password())
            .locations(locations)
            .failOnMissingLocations(true)
            .defaultSchema(config.schema().schemaName())
            .createSchemas(false)
            .cleanDisabled(true)
            .jdbcProperties(
                Map.of(
                    "ApplicationName", config.schema().schemaName() + " migrations",
                    "options", "-c lock_timeout=" + LOCK.toMillis()))
            .connectRetries(5)
            .connectRetriesInterval(2)
            .load();
    for (int attempt = 1; !hasMigrated(flyway, attempt); attempt++) {
      pause();
    }
  }

  /// Whether it has; not if it could not have a lock and may try again.
  private static boolean hasMigrated(Flyway flyway, int attempt) {
    try {
      flyway.migrate();
      return true;
    } catch (FlywayException e) {
      Optional<SQLException> said = saidByServer(e);
      if (attempt < ATTEMPTS
          && said.map(SQLException::getSQLState).filter(LOCK_NOT_AVAILABLE::equals).isPresent()) {
        LOG.atInfo()
            .addKeyValue("event", "migration_waits")
            .addKeyValue("attempt", attempt)
            .log("somebody holds a lock");
        return false;
      }
      if (said.filter(Outage::isSaidBy).isPresent()) {
        throw new Unavailable("database", e);
      }
      throw e;
    }
  }

  private static Optional<SQLException> saidByServer(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }

  private static void pause() {
    try {
      Thread.sleep(REST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("database", e);
    }
  }
}
