package app.oddiya.apps.stores;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/// A PostgreSQL server seen by its superuser: makes the roles and databases that the services
/// expect, each service's schema owned by a role of the same name, as in production.
///
/// @param jdbcUrl of the database to connect to while making others
public record DatabaseServer(String jdbcUrl, String user, String password) {

  /// Roles, and schemas of the same name.
  public static final List<String> SCHEMAS =
      List.of("user_service", "plan_service", "video_service");

  /// A server at an address that says everything.
  ///
  /// @param jdbcUrl with `user` and `password` among its parameters
  public static DatabaseServer at(String jdbcUrl) {
    return new DatabaseServer(jdbcUrl, "", "");
  }

  /// Makes what is missing of the roles and gives each the password listed for it.
  public void makeRoles(Map<String, String> passwords) {
    run(
        jdbcUrl,
        connection -> {
          for (String role : SCHEMAS) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
              execute(connection, "CREATE ROLE " + role + " LOGIN");
            }
            String password = passwords.get(role);
            if (password == null || !password.matches("[A-Za-z0-9_-]+")) {
              throw new IllegalArgumentException("password of " + role + " (expected: base64url)");
            }
            execute(connection, "ALTER ROLE " + role + " PASSWORD '" + password + "'");
          }
        });
  }

  /// Makes the database and its schemas where they are missing.
  ///
  /// @return its JDBC URL, without user and password
  public String makeDatabase(String name) {
    run(
        jdbcUrl,
        connection -> {
          if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            execute(connection, "CREATE DATABASE " + name);
          }
        });
    String made = jdbcUrl.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
    run(
        made,
        connection -> {
          for (String role : SCHEMAS) {
            execute(connection, "CREATE SCHEMA IF NOT EXISTS " + role + " AUTHORIZATION " + role);
          }
          execute(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
        });
    return made.replaceFirst("\\?.*", "");
  }

  /// Removes the database, whoever is connected to it.
  public void dropDatabase(String name) {
    run(
        jdbcUrl,
        connection -> execute(connection, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
  }

  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private void run(String url, Work work) {
    try (Connection connection =
        user.isEmpty()
            ? DriverManager.getConnection(url)
            : DriverManager.getConnection(url, user, password)) {
      work.on(connection);
    } catch (SQLException e) {
      throw new StoreFailure("the database at " + url + " refused: " + e.getMessage(), e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean exists(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next();
    }
  }
}
