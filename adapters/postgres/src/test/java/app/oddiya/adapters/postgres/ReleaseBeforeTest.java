package app.oddiya.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.postgres.PostgresConfig.Migrations;
import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The release before this one on the schemas of this one, for both run while one is rolled out or
/// taken back (`docs/adr/0035-migrations-apart-from-start-up.md` says what this proves).
class ReleaseBeforeTest {

  @RegisterExtension final EmptyDatabase postgres = new EmptyDatabase();

  @ParameterizedTest
  @EnumSource
  void all_that_it_says_is_still_understood_and_done(Schema schema) throws SQLException {
    Statements before = Statements.ofReleaseBefore(schema);
    assertThat(before.statements()).hasSizeGreaterThan(10);

    assertThat(brokenBy(schema, "select 1", before)).isEmpty();
  }

  /// What a migration must not do is seen, or the test above would be worth nothing.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USER  | alter table users rename column locale to language          | locale",
        "USER  | alter table devices add column model text not null          | null value",
        "PLAN  | alter table travel_plans drop column told                   | told",
        "PLAN  | alter table travel_plans alter column version type int       | int4",
        "USER  | alter table users add check (id < 0)                         | check constraint",
        "VIDEO | drop function order_refused                                 | order_refused",
        "VIDEO | alter table video_jobs alter column progress type varchar   | varchar"
      })
  void what_breaks_it_is_seen(Schema schema, String migration, String said) throws SQLException {
    List<String> broken = brokenBy(schema, migration, Statements.ofReleaseBefore(schema));

    assertThat(broken).isNotEmpty().anyMatch(line -> line.contains(said));
  }

  private List<String> brokenBy(Schema schema, String migration, Statements before)
      throws SQLException {
    PostgresModule.migrate(postgres.config(schema, Migrations.APART));
    try (Connection connection = postgres.connection(schema)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(migration);
      }
      return before.broken(connection);
    }
  }
}
