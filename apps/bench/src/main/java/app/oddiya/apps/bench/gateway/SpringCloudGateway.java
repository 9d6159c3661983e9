package app.oddiya.apps.bench.gateway;

import app.oddiya.apps.bench.AccessTokenSet;
import app.oddiya.apps.bench.Bench;
import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.apps.bench.Subject;
import app.oddiya.apps.stores.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Spring Cloud Gateway with one route and a JWT resource server, built on demand.
final class SpringCloudGateway {

  private static final String MAIN = "app.oddiya.peers.springcloudgateway.Peer";

  private final Bench bench;
  private final Path built;

  private SpringCloudGateway(Bench bench, Path built) {
    this.bench = bench;
    this.built = built;
  }

  /// Builds it; quick where it has been built before.
  static SpringCloudGateway build(Bench bench) {
    String maven = System.getenv("MAVEN");
    if (maven == null) {
      throw new BenchFailure("start it with ./oddiya, which finds a Maven");
    }
    bench.say("building Spring Cloud Gateway");
    Path source = bench.root().resolve("apps/bench/peers/spring-cloud-gateway");
    Path built = bench.home().root().resolve("spring-cloud-gateway");
    bench.run(
        "building Spring Cloud Gateway",
        source,
        List.of(maven, "-B", "-ntp", "-Dpeer.directory=" + built, "process-classes"));
    return new SpringCloudGateway(bench, built);
  }

  /// @param jvmOptions those of our gateway
  Subject start(Subject upstream, AccessTokenSet tokens, List<String> jvmOptions)
      throws IOException {
    int port = Ports.free();
    String service = "http://127.0.0.1:" + upstream.port();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    String libraries = Files.readString(built.resolve("class-path")).strip();
    command.addAll(List.of("-cp", built.resolve("classes") + ":" + libraries, MAIN));
    Map<String, String> environment =
        Map.of(
            "PEER_PORT",
            Integer.toString(port),
            "PEER_UPSTREAM",
            service,
            "PEER_JWKS",
            service + "/.well-known/jwks.json",
            "PEER_ISSUER",
            AccessTokenSet.ISSUER);
    return Subject.start(
        bench,
        new Subject.Order(
            "Spring Cloud Gateway", port, Requests.PATH, command, environment, tokens.first()));
  }
}
