package app.oddiya.deploy.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.StringJoiner;

/// What the scripts ask of psql, for machines without one: statements from standard input, a line a
/// row to standard output, another status than 0 at the first that fails.
final class SqlClient {

  private static final int FAILED = 3;

  private SqlClient() {}

  public static void main(String[] arguments) throws IOException {
    try (Connection connection = connect(System.getenv());
        Statement statement = connection.createStatement();
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      var sql = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        sql.append(line).append('\n');
        if (line.endsWith(";") && !isWithinDollars(sql)) {
          run(statement, sql.toString(), out);
          sql.setLength(0);
        }
      }
    } catch (SQLException e) {
      System.err.println(e.getMessage());
      System.exit(FAILED);
    }
  }

  private static boolean isWithinDollars(CharSequence sql) {
    return sql.toString().split("\\$\\$", -1).length % 2 == 0;
  }

  private static Connection connect(Map<String, String> environment) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", of(environment, "PGUSER"));
    properties.setProperty("password", of(environment, "PGPASSWORD"));
    properties.setProperty("sslmode", of(environment, "PGSSLMODE"));
    // As psql speaks: each statement by itself.
    properties.setProperty("preferQueryMode", "simple");
    String url =
        "jdbc:postgresql://%s:%s/%s"
            .formatted(
                of(environment, "PGHOST"),
                of(environment, "PGPORT"),
                environment.getOrDefault("PGDATABASE", "postgres"));
    return DriverManager.getConnection(url, properties);
  }

  private static String of(Map<String, String> environment, String name) {
    return Objects.requireNonNull(environment.get(name), name);
  }

  private static void run(Statement statement, String sql, PrintStream out) throws SQLException {
    boolean rows = statement.execute(sql);
    while (rows || statement.getUpdateCount() >= 0) {
      if (rows) {
        print(statement.getResultSet(), out);
      }
      rows = statement.getMoreResults();
    }
  }

  private static void print(ResultSet rows, PrintStream out) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      var line = new StringJoiner("|");
      for (int column = 1; column <= columns; column++) {
        line.add(Objects.requireNonNullElse(rows.getString(column), ""));
      }
      out.println(line);
    }
  }
}
