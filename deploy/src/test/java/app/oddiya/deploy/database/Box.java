package app.oddiya.deploy.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.adapters.postgres.PostgresModule;
import app.oddiya.apps.stores.Ports;
import app.oddiya.apps.stores.Postgres;
import app.oddiya.domain.testkit.time.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The box of the database: the server, its scripts and the place where backups are kept; with the
/// services' schemas, as they migrate them.
final class Box implements AutoCloseable {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String BUCKET = "s3://oddiya-backups/database";

  /// What the scripts have to work with.
  enum Means {
    JAVA_AND_FOLDER,
    JAVA_AND_S3,
    PSQL_AND_FOLDER
  }

  private final Path folder;
  private final Path kept;
  private final Map<String, String> environment;
  private final Cluster cluster;

  private Box(Path folder, Path kept, Map<String, String> environment, Cluster cluster) {
    this.folder = folder;
    this.kept = kept;
    this.environment = environment;
    this.cluster = cluster;
  }

  static Box make(Path folder, Means means) throws Exception {
    Map<String, String> environment = new HashMap<>();
    Path buckets = Files.createDirectory(folder.resolve("buckets"));
    Path kept = buckets;
    if (means == Means.JAVA_AND_S3) {
      kept = Files.createDirectories(buckets.resolve(BUCKET.replace("s3://", "")));
      environment.put("PATH", standIn(folder) + ":" + System.getenv("PATH"));
      environment.put("AWS_STAND_IN", buckets.toString());
      environment.put("ODDIYA_BACKUP_TO", BUCKET);
    } else {
      environment.put("ODDIYA_BACKUP_TO", kept.toString());
    }
    Cluster cluster = Cluster.make(folder, environment);
    environment.put(
        "ODDIYA_SQL",
        means == Means.PSQL_AND_FOLDER ? "psql -XqAt -v ON_ERROR_STOP=1" : javaClient());
    environment.put("ODDIYA_PG_BIN", Postgres.programs().toString());
    environment.put("ODDIYA_VERIFY_HOST", "127.0.0.1");
    environment.put("ODDIYA_VERIFY_PORT", Integer.toString(Ports.free()));
    environment.put("PGHOST", "127.0.0.1");
    environment.put("PGPORT", Integer.toString(cluster.port()));
    environment.put("PGUSER", Postgres.SUPERUSER);
    environment.put("PGPASSWORD", Cluster.PASSWORD);
    environment.put("PGSSLMODE", "require");
    environment.put("LC_ALL", "C");
    Box box = new Box(folder, kept, environment, cluster);
    box.bootstrap();
    return box;
  }

  static boolean hasPsql() {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "psql")));
  }

  private static String javaClient() {
    String classes =
        Stream.of(SqlClient.class, org.postgresql.Driver.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
            .reduce((one, other) -> one + ":" + other)
            .orElseThrow();
    return "%s/bin/java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp %s %s"
        .formatted(System.getProperty("java.home"), classes, SqlClient.class.getName());
  }

  private static Path standIn(Path folder) throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    try (InputStream in = Box.class.getResourceAsStream("aws")) {
      Path aws = bin.resolve("aws");
      Files.copy(Objects.requireNonNull(in), aws);
      Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return bin;
  }

  private void bootstrap() throws IOException, InterruptedException {
    Path passwords = Files.createDirectory(folder.resolve("passwords"));
    for (Schema schema : Schema.values()) {
      Files.writeString(passwords.resolve(schema.schemaName()), Cluster.PASSWORD + "\n");
    }
    // Twice: the second time it finds all there is.
    for (int time = 1; time <= 2; time++) {
      Script.Ended made = run("bootstrap.sh", passwords.toString());
      assertThat(made.status()).as(made.said()).isZero();
    }
    for (Schema schema : Schema.values()) {
      PostgresModule.migrate(config(schema));
    }
  }

  PostgresConfig config(Schema schema) {
    String name = schema.schemaName();
    return new PostgresConfig(
        cluster.jdbcUrl("oddiya"),
        name,
        Cluster.PASSWORD,
        4,
        schema,
        PostgresConfig.Migrations.APART);
  }

  Cluster cluster() {
    return cluster;
  }

  /// Where what is kept lies.
  Path kept(String below) {
    return kept.resolve(below);
  }

  Script.Ended run(String script, String... arguments) throws IOException, InterruptedException {
    return run(Map.of(), script, arguments);
  }

  Script.Ended run(Map<String, String> more, String script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(Postgres.unprivileged());
    command.add(Repository.database(script).toString());
    command.addAll(List.of(arguments));
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return Script.run(folder, all, command);
  }

  /// Every row of every table of the services, as text.
  List<String> contents() throws SQLException {
    List<String> contents = new ArrayList<>();
    for (String table :
        cluster.ask(
            "oddiya",
            """
            select schemaname || '.' || tablename from pg_tables
            where schemaname in ('user_service', 'plan_service', 'video_service') order by 1
            """)) {
      for (String row : cluster.ask("oddiya", "select t::text from " + table + " t order by 1")) {
        contents.add(table + row);
      }
    }
    return contents;
  }

  /// The server's clock, after a moment to itself.
  String now() throws SQLException {
    return cluster.ask("oddiya", "select clock_timestamp()::text from pg_sleep(0.01)").getFirst();
  }

  boolean isOpen() {
    try {
      return cluster.ask("oddiya", "select pg_is_in_recovery()").equals(List.of("f"));
    } catch (SQLException e) {
      return false;
    }
  }

  /// Waits for the minute that the loss of a volume may cost.
  void awaitArchived() throws SQLException {
    String segment = cluster.ask("oddiya", "select pg_walfile_name(pg_switch_wal())").getFirst();
    Path archived = kept("wal").resolve(segment + ".gz");
    Eventually.holds(segment + " is archived", LONG, () -> Files.exists(archived));
  }

  /// The machine dies and its volume is lost.
  void wipe() throws IOException, InterruptedException {
    Path data = cluster.data();
    cluster.kill();
    try (Stream<Path> all = Files.walk(data)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  @Override
  public void close() {
    cluster.close();
  }
}
