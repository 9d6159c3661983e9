package app.oddiya.apps.stores.junit;

import app.oddiya.apps.stores.DatabaseServer;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Gives a test class a database of its own with the three roles and their empty schemas.
///
/// ```java
/// @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();
/// ```
///
/// `ODDIYA_TEST_DATABASE_URL`, a JDBC URL with a superuser's `user` and `password`, names a server
/// to use; else it is one in a container where Docker runs and has or can get `postgres:17`;
/// else the embedded one. Which one is in the log.
public final class PostgresExtension implements BeforeAllCallback, AfterAllCallback {

  private static final String PASSWORD = "password-of-a-test-run";

  private @Nullable DatabaseServer server;
  private String database = "";
  private String jdbcUrl = "";

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<String> given = TestStores.fromEnvironment("ODDIYA_TEST_DATABASE_URL");
    DatabaseServer used =
        given.isPresent() ? DatabaseServer.at(given.get()) : TestStores.of(context).database();
    database = "test_" + UUID.randomUUID().toString().replace("-", "");
    used.makeRoles(
        Map.of("user_service", PASSWORD, "plan_service", PASSWORD, "video_service", PASSWORD));
    jdbcUrl = used.makeDatabase(database);
    server = used;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (server != null) {
      server.dropDatabase(database);
    }
  }

  /// The fresh database, without user and password.
  public String jdbcUrl() {
    return jdbcUrl;
  }

  /// The role that owns a schema.
  ///
  /// @param schema `user_service`, `plan_service` or `video_service`
  public String user(String schema) {
    return schema;
  }

  /// That role's password.
  public String password(String schema) {
    if (!DatabaseServer.SCHEMAS.contains(schema)) {
      throw new IllegalArgumentException(
          "schema: " + schema + " (expected: one of " + DatabaseServer.SCHEMAS + ")");
    }
    return PASSWORD;
  }
}
