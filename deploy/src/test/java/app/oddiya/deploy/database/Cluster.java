package app.oddiya.deploy.database;

import app.oddiya.apps.stores.ChildProcess;
import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.Ports;
import app.oddiya.apps.stores.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A PostgreSQL set up by the files of `deploy/database` as the box does it, but for paths, the
/// port and the address of the private network.
final class Cluster implements AutoCloseable {

  static final String PASSWORD = "password-of-a-test-run-1";

  private final Home home;
  private final Path settings;
  private final int port;
  private final Map<String, String> environment;
  private Path data;
  private ChildProcess process;

  private Cluster(Home home, int port, Path settings, Path data, Map<String, String> environment) {
    this.home = home;
    this.port = port;
    this.settings = settings;
    this.data = data;
    this.environment = environment;
    this.process = start();
  }

  /// A new one, running.
  ///
  /// @param environment of the server, for the commands that it runs
  static Cluster make(Path folder, Map<String, String> environment)
      throws IOException, InterruptedException, GeneralSecurityException {
    Certificate tls = Certificate.make(folder);
    Path hba =
        Files.writeString(
            folder.resolve("pg_hba.conf"),
            // The superuser, in place of the socket; nobody can be its operating system's user
            // here.
            "hostssl all postgres 127.0.0.1/32 scram-sha-256\n"
                + Files.readString(Repository.database("pg_hba.conf"))
                    .replace("10.0.0.0/8", "127.0.0.1/32"));
    int port = Ports.free();
    Path settings =
        Files.writeString(
            folder.resolve("box.conf"),
            """
            include '%s'
            ssl_cert_file = '%s'
            ssl_key_file = '%s'
            hba_file = '%s'
            archive_command = '"%s" %%p %%f'
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            port = %d
            """
                .formatted(
                    Repository.database("postgresql.conf"),
                    tls.certificate(),
                    tls.key(),
                    hba,
                    Repository.database("archive.sh"),
                    port));
    Path data = folder.resolve("data");
    Path password = Files.writeString(folder.resolve("password"), PASSWORD);
    List<String> initdb = Postgres.unprivileged();
    initdb.addAll(
        List.of(
            Postgres.programs().resolve("initdb").toString(),
            "--pgdata=" + data,
            "--username=" + Postgres.SUPERUSER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--data-checksums"));
    Script.Ended made = Script.run(folder, Map.of("LC_ALL", "C"), initdb);
    if (made.status() != 0) {
      throw new IOException(made.said());
    }
    return new Cluster(new Home(folder.resolve("home")), port, settings, data, environment);
  }

  private ChildProcess start() {
    List<String> command = new ArrayList<>(Postgres.unprivileged());
    command.addAll(
        List.of(
            Postgres.programs().resolve("postgres").toString(),
            "-D",
            data.toString(),
            "-c",
            "config_file=" + settings));
    Map<String, String> all = new HashMap<>(environment);
    all.put("LC_ALL", "C");
    return ChildProcess.start(
        home,
        new ChildProcess.Order(
            "postgres",
            command,
            all,
            "database system is ready to accept connections",
            "INT",
            Duration.ofMinutes(2)));
  }

  /// Ends as a machine does whose power fails.
  void kill() throws InterruptedException {
    ProcessHandle server = ProcessHandle.of(process.pid()).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
    all.add(server);
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle one : all) {
      one.onExit().join();
    }
    process.close();
  }

  /// Starts it, after it was killed, on other data.
  void startOn(Path otherData) {
    data = otherData;
    process = start();
  }

  /// Where its data are.
  Path data() {
    return data;
  }

  int port() {
    return port;
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=require";
  }

  /// A connection of the superuser.
  Connection connection(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), Postgres.SUPERUSER, PASSWORD);
  }

  /// The first column of the answer to a statement of the superuser.
  List<String> ask(String database, String sql) throws SQLException {
    List<String> answer = new ArrayList<>();
    try (Connection connection = connection(database);
        Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            answer.add(rows.getString(1));
          }
        }
      }
    }
    return answer;
  }

  @Override
  public void close() {
    process.close();
  }
}
