package app.oddiya.apps.bench.store;

import app.oddiya.apps.bench.BenchFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/// What PostgreSQL writes of the statements that a role has it run.
final class StatementLog {

  private static final Pattern STATEMENT =
      Pattern.compile("LOG: {2}(?:execute [^:]+|statement): *(.*)");

  /// These begin and end transactions and set connections up.
  private static final Pattern NOT_COUNTED =
      Pattern.compile("(?i)(begin|commit|rollback|set|show|deallocate|discard)\\b.*");

  private final Path file;

  private StatementLog(Path file) {
    this.file = file;
  }

  /// Has every statement of new sessions of the role logged.
  static StatementLog of(PlanStore store) throws SQLException {
    try (Connection connection = store.connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role " + PlanStore.ROLE + " set log_statement = 'all'");
    }
    return new StatementLog(store.home().log("postgres"));
  }

  /// Logs no more.
  void stop(PlanStore store) throws SQLException {
    try (Connection connection = store.connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role " + PlanStore.ROLE + " reset log_statement");
    }
  }

  long position() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new BenchFailure(file + " cannot be read", e);
    }
  }

  /// The first lines of the statements written since a position. PostgreSQL writes them before it
  /// answers.
  List<String> since(long position) {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[(int) (log.length() - position)];
      log.seek(position);
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .map(STATEMENT::matcher)
          .filter(matcher -> matcher.find())
          .map(matcher -> matcher.group(1).strip())
          .filter(statement -> !NOT_COUNTED.matcher(statement).matches())
          .toList();
    } catch (IOException e) {
      throw new BenchFailure(file + " cannot be read", e);
    }
  }
}
