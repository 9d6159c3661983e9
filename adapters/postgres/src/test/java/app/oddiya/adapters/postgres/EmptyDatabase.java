package app.oddiya.adapters.postgres;

import app.oddiya.adapters.postgres.PostgresConfig.Migrations;
import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.apps.stores.junit.PostgresExtension;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Gives each test schemas of its own on a real server, on which no migration has run.
final class EmptyDatabase implements BeforeEachCallback, AfterEachCallback {

  private final PostgresExtension server = new PostgresExtension();

  @Override
  public void beforeEach(ExtensionContext context) {
    server.beforeAll(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    server.afterAll(context);
  }

  PostgresConfig config(Schema schema, Migrations migrations) {
    String name = schema.schemaName();
    return new PostgresConfig(
        server.jdbcUrl(), server.user(name), server.password(name), 4, schema, migrations);
  }

  /// A connection of the role that owns the schema.
  Connection connection(Schema schema) throws SQLException {
    String name = schema.schemaName();
    return DriverManager.getConnection(server.jdbcUrl(), server.user(name), server.password(name));
  }
}
