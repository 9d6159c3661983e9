package app.oddiya.deploy.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.apps.stores.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `deploy/database/postgresql.conf` and `pg_hba.conf` on a real PostgreSQL 17.
class PostgresSettingsTest {

  /// What a test has to set otherwise: where it is.
  private static final Set<String> OF_THE_BOX =
      Set.of("listen_addresses", "port", "ssl_cert_file", "ssl_key_file", "archive_command");

  private static final Pattern SETTING = Pattern.compile("(?m)^([a-z_]+) = ");

  @TempDir static Path folder;
  private static Cluster cluster;

  @BeforeAll
  static void start() throws Exception {
    Path backups = Files.createDirectory(folder.resolve("backups"));
    cluster = Cluster.make(folder, Map.of("ODDIYA_BACKUP_TO", backups.toString()));
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void the_server_takes_every_line() throws SQLException {
    assertThat(
            cluster.ask(
                "postgres",
                "select name || ': ' || error from pg_file_settings where error is not null"))
        .isEmpty();
    assertThat(
            cluster.ask(
                "postgres",
                """
                select name from pg_file_settings
                where sourcefile like '%/deploy/database/postgresql.conf' and not applied
                """))
        .isSubsetOf(OF_THE_BOX);
  }

  @Test
  void every_line_is_what_the_server_works_by() throws IOException, SQLException {
    List<String> written =
        SETTING
            .matcher(Files.readString(Repository.database("postgresql.conf")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(written).hasSizeGreaterThan(50).doesNotHaveDuplicates();

    assertThat(
            cluster.ask(
                "postgres",
                """
                select name from pg_settings
                where sourcefile like '%/deploy/database/postgresql.conf' and not pending_restart
                """))
        .containsExactlyInAnyOrderElementsOf(
            written.stream().filter(name -> !OF_THE_BOX.contains(name)).toList());
  }

  /// The ones that the reliability of the system is written down for, by what they say.
  @Test
  void what_must_hold_is_so() throws SQLException {
    Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("archive_mode", "on"),
            Map.entry("archive_timeout", "1min"),
            Map.entry("ssl", "on"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("shared_buffers", "192MB"),
            Map.entry("work_mem", "2MB"),
            Map.entry("max_connections", "80"),
            Map.entry("statement_timeout", "30s"),
            Map.entry("lock_timeout", "5s"),
            Map.entry("idle_in_transaction_session_timeout", "10s"))
        .forEach(
            (name, value) -> {
              try {
                assertThat(cluster.ask("postgres", "show " + name)).as(name).containsExactly(value);
              } catch (SQLException e) {
                throw new AssertionError(name, e);
              }
            });
  }

  @Test
  void nobody_comes_in_without_tls() {
    String plain = cluster.jdbcUrl("oddiya").replace("sslmode=require", "sslmode=disable");

    assertThatThrownBy(() -> DriverManager.getConnection(plain, "plan_service", Cluster.PASSWORD))
        .hasMessageContaining("pg_hba.conf rejects connection");
    assertThatThrownBy(
            () -> DriverManager.getConnection(plain, Postgres.SUPERUSER, Cluster.PASSWORD))
        .hasMessageContaining("pg_hba.conf rejects connection");
  }

  @Test
  void nobody_comes_in_who_is_not_named() throws SQLException {
    cluster.ask("postgres", "create role stranger login password '" + Cluster.PASSWORD + "'");

    assertThatThrownBy(
            () ->
                DriverManager.getConnection(
                    cluster.jdbcUrl("postgres"), "stranger", Cluster.PASSWORD))
        .hasMessageContaining("pg_hba.conf rejects connection");
  }

  @Test
  void only_scram_is_asked_for() throws SQLException {
    assertThat(
            cluster.ask(
                "postgres",
                """
                select distinct type || ' ' || auth_method from pg_hba_file_rules
                where auth_method <> 'reject' and error is null order by 1
                """))
        .containsExactly("hostssl scram-sha-256", "local peer");
    assertThat(
            cluster.ask("postgres", "select error from pg_hba_file_rules where error is not null"))
        .isEmpty();
  }
}
