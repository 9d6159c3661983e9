package app.oddiya.apps.bench.fleet;

import app.oddiya.apps.bench.Bench;
import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.apps.bench.Subject;
import app.oddiya.apps.stores.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A service of Spring Boot with web, tokens, a pool of connections and health, built on demand,
/// with the options of our own JVMs and an AOT cache of its own.
final class SpringBoot {

  private static final String MAIN = "app.oddiya.peers.springboot.Peer";

  private final Bench bench;
  private final Path built;
  private final Map<String, String> database;

  private SpringBoot(Bench bench, Path built, Map<String, String> database) {
    this.bench = bench;
    this.built = built;
    this.database = database;
  }

  /// Builds it; quick where it has been built before.
  ///
  /// @param environment says where the database is
  static SpringBoot build(Bench bench, Map<String, String> environment) {
    String maven = System.getenv("MAVEN");
    if (maven == null) {
      throw new BenchFailure("start it with ./oddiya, which finds a Maven");
    }
    bench.say("building Spring Boot");
    Path built = bench.home().root().resolve("spring-boot");
    bench.run(
        "building Spring Boot",
        bench.root().resolve("apps/bench/peers/spring-boot"),
        List.of(maven, "-B", "-ntp", "-Dpeer.directory=" + built, "process-classes"));
    Map<String, String> database =
        Map.of(
            "PEER_DATABASE_URL", Fleet.of(environment, "ODDIYA_DATABASE_URL"),
            "PEER_DATABASE_USER", Fleet.of(environment, "ODDIYA_PLAN_DATABASE_USER"),
            "PEER_DATABASE_PASSWORD", Fleet.of(environment, "ODDIYA_PLAN_DATABASE_PASSWORD"));
    return new SpringBoot(bench, built, database);
  }

  /// Starts it and waits for its first 200.
  Subject start(String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xms32m", "-Xmx128m"));
    command.addAll(List.of("-Xss512k", "-Djava.awt.headless=true"));
    command.addAll(List.of(more));
    command.addAll(List.of("-cp", classPath(), MAIN));
    int port = Ports.free();
    Map<String, String> environment = new HashMap<>(database);
    environment.put("PEER_PORT", Integer.toString(port));
    return Subject.start(
        bench,
        new Subject.Order("Spring Boot", port, "/actuator/health", command, environment, ""));
  }

  /// A cache takes jars only.
  private String classPath() throws IOException {
    Path jar = built.resolve("peer.jar");
    bench.run(
        "packing Spring Boot",
        built,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "jar").toString(),
            "--create",
            "--date=2026-01-01T00:00:00Z",
            "--file",
            jar.toString(),
            "-C",
            built.resolve("classes").toString(),
            "."));
    return jar + ":" + Files.readString(built.resolve("class-path")).strip();
  }
}
