package app.oddiya.apps.bench.fleet;

import app.oddiya.apps.bench.Bench;
import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.apps.bench.Subject;
import app.oddiya.apps.stores.ChildProcess;
import app.oddiya.apps.stores.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The stores, as `./oddiya up --stores-only` starts them, and services on them, each started as
/// anybody starts one.
final class Fleet implements AutoCloseable {

  static final List<String> SERVICES =
      List.of("auth", "user", "llm-agent", "plan", "video", "video-worker", "gateway");

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Bench bench;
  private final ChildProcess stores;
  private final Map<String, String> environment;

  private Fleet(Bench bench, ChildProcess stores, Map<String, String> environment) {
    this.bench = bench;
    this.stores = stores;
    this.environment = environment;
  }

  static Fleet start(Bench bench) {
    Path home = bench.home().root().resolve("fleet");
    bench.say("starting stores");
    Map<String, String> limits =
        Map.of(
            "ODDIYA_GATEWAY_LIMIT_ANYONE", "off",
            "ODDIYA_GATEWAY_LIMIT_GENERATE", "off",
            "ODDIYA_GATEWAY_LIMIT_SIGN_IN", "off",
            "ODDIYA_GATEWAY_LIMIT_USER", "off",
            "ODDIYA_AUTH_LIMIT_ACCOUNT", "off",
            "ODDIYA_VIDEO_JOBS_AT_ONCE", "1000");
    ChildProcess stores =
        ChildProcess.start(
            new Home(home),
            new ChildProcess.Order(
                "stores",
                List.of(
                    "bash",
                    bench.script().toString(),
                    "up",
                    "--stores-only",
                    "--ports",
                    "free",
                    "--data",
                    home.toString()),
                limits,
                "The stores are up",
                "TERM",
                PATIENCE));
    try {
      return new Fleet(bench, stores, environment(home.resolve("run").resolve("environment")));
    } catch (IOException e) {
      stores.close();
      throw new BenchFailure("the stores' environment cannot be read", e);
    }
  }

  /// Lines of `NAME='value'`.
  private static Map<String, String> environment(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.split("=", 2))
        .collect(
            Collectors.toMap(
                line -> line[0], line -> line[1].replaceAll("^'|'$", ""), (_, last) -> last));
  }

  Map<String, String> environment() {
    return environment;
  }

  static String of(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new BenchFailure(name + " is not in the environment of the stores");
    }
    return value;
  }

  /// Where clients call.
  String gateway() {
    return of(environment, "ODDIYA_GATEWAY_URL");
  }

  /// Starts a service by the script, which migrates its schema, and waits for its first 200.
  Subject first(String name) {
    return started(name, byTheScript(name), Map.of());
  }

  /// The same after the first time, as the manifests start it: migrations were run before.
  Subject service(String name) {
    return again(name, byTheScript(name));
  }

  /// The same by the very command that the script made of itself.
  Subject again(String name, List<String> command) {
    return started(name, command, Map.of("ODDIYA_MIGRATIONS", "apart"));
  }

  private List<String> byTheScript(String name) {
    return List.of("bash", bench.script().toString(), "run", name);
  }

  private Subject started(String name, List<String> command, Map<String, String> more) {
    String variable = "ODDIYA_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_PRIVATE_PORT";
    int port = Integer.parseInt(of(environment, variable));
    Map<String, String> own = new HashMap<>(environment);
    own.put("MALLOC_ARENA_MAX", "1");
    own.putAll(more);
    return Subject.start(bench, new Subject.Order(name, port, "/healthz", command, own, ""));
  }

  @Override
  public void close() {
    stores.close();
  }
}
