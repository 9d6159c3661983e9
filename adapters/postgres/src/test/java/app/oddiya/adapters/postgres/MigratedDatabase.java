package app.oddiya.adapters.postgres;

import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.domain.shared.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Gives the tests of a class one migrated schema on a real server, and each test empty tables.
///
/// ```java
/// @RegisterExtension static final MigratedDatabase plan = new MigratedDatabase(Schema.PLAN);
/// ```
public final class MigratedDatabase
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  private static final InstantSource CLOCK = InstantSource.system();

  /// Many write at once here, and the machine may be busy with others.
  private static final Database.Patience PATIENT = new Database.Patience(60, 60, 60, 60);

  private final PostgresExtension server = new PostgresExtension();
  private final Schema schema;
  private @Nullable Database database;

  public MigratedDatabase(Schema schema) {
    this.schema = schema;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    server.beforeAll(context);
    String name = schema.schemaName();
    database =
        Database.open(
            new PostgresConfig(
                server.jdbcUrl(), server.user(name), server.password(name), 4, schema),
            CLOCK,
            PATIENT);
    Statements.recordingOf(schema)
        .ifPresent(recording -> database().jdbi().setSqlLogger(recording));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    database()
        .transact(
            Deadline.in(Duration.ofSeconds(20), CLOCK),
            handle -> {
              List<String> tables =
                  handle
                      .createQuery(
                          """
                          select quote_ident(tablename) from pg_tables
                          where schemaname = current_schema()
                            and tablename <> 'flyway_schema_history'
                          """)
                      .mapTo(String.class)
                      .list();
              return tables.isEmpty()
                  ? 0
                  : handle.execute("truncate " + String.join(", ", tables) + " cascade");
            });
  }

  @Override
  public void afterAll(ExtensionContext context) {
    database().close();
    Statements.recordingOf(schema).ifPresent(Statements.Recording::write);
    server.afterAll(context);
  }

  public Database database() {
    return Objects.requireNonNull(database, "used outside its tests");
  }
}
