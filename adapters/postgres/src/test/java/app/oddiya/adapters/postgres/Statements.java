package app.oddiya.adapters.postgres;

import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.postgresql.PGStatement;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// All that a release says to one schema, written down when it was released: what the next one's
/// migrations must leave true.
///
/// @param needed the migration that the release needed
record Statements(int needed, List<Said> statements) {

  /// A folder to write what is said into, while the tests of this module run.
  private static final String RECORD = "oddiya.statements";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /// One statement.
  ///
  /// @param parameters the types of its `?`, as the server took them
  /// @param columns what it answers, each a name and a type
  /// @param example the statement with values
  record Said(String sql, List<String> parameters, List<String> columns, String example) {

    /// A value as the driver shows it, in parentheses or not, with its type or not.
    private static final String VALUE =
        "(\\(?(?:'[^']*+(?:''[^']*+)*+'|NULL)(?:::[a-z0-9 ]+)?\\)?)";

    /// A statement with values as the driver shows it, each with its type: a text stands there for
    /// whatever the server makes of it, which it can only do where it stood.
    static String example(String sql, String shown, List<String> types) {
      String[] parts = sql.split("\\?", -1);
      String pattern = Arrays.stream(parts).map(Pattern::quote).collect(Collectors.joining(VALUE));
      Matcher values = Pattern.compile(pattern).matcher(shown);
      if (!values.matches() || values.groupCount() != types.size()) {
        throw new IllegalStateException("values are not told apart: " + shown);
      }
      var example = new StringBuilder(parts[0]);
      for (int number = 1; number <= types.size(); number++) {
        example
            .append(values.group(number))
            .append("::")
            .append(types.get(number - 1))
            .append(parts[number]);
      }
      return example.toString();
    }

    /// How the server understands a statement, on whatever schema the connection has.
    static Said understood(PreparedStatement statement, String sql, String example)
        throws SQLException {
      ParameterMetaData parameters = statement.getParameterMetaData();
      List<String> types = new ArrayList<>();
      for (int number = 1; number <= parameters.getParameterCount(); number++) {
        types.add(parameters.getParameterTypeName(number));
      }
      ResultSetMetaData answer = statement.getMetaData();
      List<String> columns = new ArrayList<>();
      for (int number = 1; answer != null && number <= answer.getColumnCount(); number++) {
        columns.add(answer.getColumnLabel(number) + " " + answer.getColumnTypeName(number));
      }
      return new Said(sql, types, columns, example);
    }
  }

  /// Of the release before.
  static Statements ofReleaseBefore(Schema schema) {
    String name = "/release/" + schema.schemaName() + ".json";
    try (InputStream in = Statements.class.getResourceAsStream(name)) {
      return JSON.readValue(Objects.requireNonNull(in, name), Statements.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What this schema is told from now on, if this run is to write it down.
  static Optional<Recording> recordingOf(Schema schema) {
    return Optional.ofNullable(System.getProperty(RECORD))
        .map(folder -> Recording.OF_THIS_RUN.get(schema));
  }

  /// Collects what is said, each statement once.
  static final class Recording implements SqlLogger {

    private static final Map<Schema, Recording> OF_THIS_RUN = new EnumMap<>(Schema.class);

    static {
      for (Schema schema : Schema.values()) {
        OF_THIS_RUN.put(schema, new Recording(schema));
      }
    }

    private final Schema schema;
    private final Map<String, Said> heard = new TreeMap<>();

    private Recording(Schema schema) {
      this.schema = schema;
    }

    @Override
    public synchronized void logBeforeExecution(StatementContext context) {
      String sql = context.getParsedSql().getSql();
      // What tests themselves say is not what the release says.
      if (heard.containsKey(sql) || !isSaidByRelease()) {
        return;
      }
      try {
        PreparedStatement statement =
            (PreparedStatement) context.getStatement().unwrap(PGStatement.class);
        Said said = Said.understood(statement, sql, "");
        String example = Said.example(sql, statement.toString(), said.parameters());
        heard.put(sql, new Said(sql, said.parameters(), said.columns(), example));
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }

    private static boolean isSaidByRelease() {
      return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
          .walk(
              frames ->
                  frames
                      .map(StackWalker.StackFrame::getDeclaringClass)
                      .filter(
                          type -> type.getPackageName().startsWith("app.oddiya.adapters.postgres"))
                      .filter(type -> type != Recording.class && type != Database.class)
                      .findFirst()
                      .filter(type -> !isOfTests(type))
                      .isPresent());
    }

    private static boolean isOfTests(Class<?> type) {
      return type.getProtectionDomain()
          .getCodeSource()
          .equals(Statements.class.getProtectionDomain().getCodeSource());
    }

    synchronized void write() {
      Path file = Path.of(System.getProperty(RECORD), schema.schemaName() + ".json");
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
            file,
            JSON.writeValueAsString(
                    new Statements(schema.needed(), new ArrayList<>(heard.values())))
                + "\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// What of all this is not so any more on the schema of a connection, a line each.
  List<String> broken(Connection connection) throws SQLException {
    List<String> broken = new ArrayList<>();
    for (Said said : statements) {
      try (PreparedStatement statement = connection.prepareStatement(said.sql())) {
        for (int number = 1; number <= said.parameters().size(); number++) {
          // Only the type counts: the server is asked what it understands, not to do it.
          statement.setNull(number, Types.OTHER, said.parameters().get(number - 1));
        }
        Said now = Said.understood(statement, said.sql(), said.example());
        if (!now.equals(said)) {
          broken.add("%s: %s, and not %s".formatted(said.sql(), now, said));
        }
      } catch (SQLException e) {
        broken.add(said.sql() + ": " + e.getMessage());
      }
      failure(connection, said.example()).ifPresent(broken::add);
    }
    return broken;
  }

  /// Runs an example and undoes it. The rows that it names are not there, and some that it makes
  /// are, so it may be told that; nothing else.
  private static Optional<String> failure(Connection connection, String example)
      throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(example);
      return Optional.empty();
    } catch (SQLException e) {
      boolean expected =
          List.of("23503", "23505").contains(Objects.requireNonNullElse(e.getSQLState(), ""));
      return expected ? Optional.empty() : Optional.of(example + ": " + e.getMessage());
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
