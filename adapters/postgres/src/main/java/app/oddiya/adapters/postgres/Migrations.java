package app.oddiya.adapters.postgres;

import app.oddiya.domain.shared.Unavailable;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.internal.exception.FlywaySqlException;

/// Brings one schema up to date at start. Each migration is safe while the previous release runs.
final class Migrations {

  private Migrations() {}

  static void run(PostgresConfig config) {
    try {
      Flyway.configure()
          .dataSource(config.url(), config.user(), config.password())
          .locations(config.schema().migrations())
          .failOnMissingLocations(true)
          .defaultSchema(config.schema().schemaName())
          .createSchemas(false)
          .cleanDisabled(true)
          // A waiting DDL statement queues every reader behind it: it gives up instead.
          .jdbcProperties(Map.of("options", "-c lock_timeout=5s"))
          .connectRetries(5)
          .connectRetriesInterval(2)
          .load()
          .migrate();
    } catch (FlywaySqlException e) {
      if (e.getCause() instanceof SQLException sql && Outage.isSaidBy(sql)) {
        throw new Unavailable("database", e);
      }
      throw e;
    }
  }
}
