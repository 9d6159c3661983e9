package app.oddiya.apps.stores;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A PostgreSQL 17 cluster. What it has committed survives the machine (`fsync` and
/// `synchronous_commit` on), unless it was started for tests.
public final class Postgres implements Store {

  /// Whether a commit waits for the disk.
  public enum Durability {
    KEPT,
    /// Several times faster, for clusters that nobody will start again.
    THROWN_AWAY
  }

  /// The one who may make databases and roles.
  public static final String SUPERUSER = "postgres";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ChildProcess process;
  private final int port;
  private final String superuserPassword;

  private Postgres(ChildProcess process, int port, String superuserPassword) {
    this.process = process;
    this.port = port;
    this.superuserPassword = superuserPassword;
  }

  /// Starts the cluster of this home; makes it if there is none.
  ///
  /// @param superuserPassword set when the cluster is made, expected later
  public static Postgres start(
      Home home, int port, Durability durability, String superuserPassword) {
    Path cluster = home.data("postgres").resolve("cluster");
    if (!Files.exists(cluster)) {
      make(home, cluster, superuserPassword);
    }
    String durable = durability == Durability.KEPT ? "on" : "off";
    List<String> command = unprivileged();
    command.addAll(List.of(programs().resolve("postgres").toString(), "-D", cluster.toString()));
    Map.of(
            "listen_addresses", "127.0.0.1",
            "port", Integer.toString(port),
            "unix_socket_directories", "",
            "max_connections", "80",
            "shared_buffers", "32MB",
            "fsync", durable,
            "synchronous_commit", durable,
            "full_page_writes", durable,
            "log_timezone", "UTC",
            "timezone", "UTC")
        .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    ChildProcess process =
        ChildProcess.start(
            home,
            new ChildProcess.Order(
                "postgres",
                command,
                Map.of("LC_ALL", "C"),
                "database system is ready to accept connections",
                "INT",
                PATIENCE));
    return new Postgres(process, port, superuserPassword);
  }

  /// Made aside and moved into place whole, so that a crash half-way leaves nothing that looks like
  /// a cluster.
  private static void make(Home home, Path cluster, String superuserPassword) {
    try {
      Path aside = cluster.resolveSibling("making");
      if (Files.exists(aside)) {
        Directories.delete(aside);
      }
      Path password = Files.writeString(cluster.resolveSibling("password"), superuserPassword);
      List<String> command = unprivileged();
      command.addAll(
          List.of(
              programs().resolve("initdb").toString(),
              "--pgdata=" + aside,
              "--username=" + SUPERUSER,
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              // The same order of texts on every machine, whatever locales it has.
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C"));
      run(command, home.log("postgres-initdb"));
      Files.delete(password);
      Files.move(aside, cluster);
    } catch (IOException e) {
      throw new StoreFailure("cannot make a database cluster in " + cluster, e);
    }
  }

  /// The folder with `postgres`, `initdb` and `pg_ctl`, for a cluster that is made or set up in
  /// another way than here.
  public static Path programs() {
    return Binaries.postgres().resolve("bin");
  }

  /// What to put ahead of the command of a program of [#programs], or of one that runs them:
  /// PostgreSQL refuses to run as root. Inside a user namespace we are nobody, who yet owns root's
  /// files.
  public static List<String> unprivileged() {
    if (!System.getProperty("user.name", "").equals("root")) {
      return new ArrayList<>();
    }
    try {
      Process trial = new ProcessBuilder("unshare", "--user", "true").start();
      if (trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0) {
        return new ArrayList<>(List.of("unshare", "--user"));
      }
    } catch (IOException e) {
      throw new StoreFailure(
          "PostgreSQL does not run as root, and unshare (util-linux) is not here", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailure("interrupted", e);
    }
    throw new StoreFailure(
        "PostgreSQL does not run as root, and this machine gives no user namespace"
            + " (a default container?): use a plain user");
  }

  private static void run(List<String> command, Path logFile) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(logFile.toFile())
            .start();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("it takes too long, see " + logFile);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (process.exitValue() != 0) {
      throw new IOException(Files.readString(logFile, StandardCharsets.UTF_8).strip());
    }
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// The door for the one who makes databases.
  public DatabaseServer server() {
    return new DatabaseServer(jdbcUrl("postgres"), SUPERUSER, superuserPassword);
  }

  @Override
  public String name() {
    return process.name();
  }

  @Override
  public CompletableFuture<?> ended() {
    return process.ended();
  }

  @Override
  public void close() {
    process.close();
  }
}
