package app.oddiya.apps.bench.gateway;

import app.oddiya.apps.bench.AccessTokenSet;
import app.oddiya.apps.bench.Bench;
import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.apps.bench.Benchmark;
import app.oddiya.apps.bench.Figure;
import app.oddiya.apps.bench.Subject;
import app.oddiya.apps.bench.load.Load;
import app.oddiya.apps.stores.Ports;
import app.oddiya.apps.stores.Redis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Our gateway with everything on, beside nginx as a plain reverse proxy and Spring Cloud Gateway
/// with its tokens checked: CPU time first, for the machine is shared and time on the clock tells
/// of its other users.
///
/// All three are asked the same by as many connections, after as many requests of warm-up, in
/// rounds that take turns; a figure is the median of its rounds.
public final class GatewayBenchmark implements Benchmark {

  private static final int WARM_UP = 120_000;
  private static final int ROUNDS = 5;
  private static final int REQUESTS_A_ROUND = 20_000;

  /// About what Spring Cloud Gateway manages on two cores, and far from what the others do.
  private static final double REQUESTS_A_SECOND = 2_000;

  private static final int SECONDS_A_LATENCY_ROUND = 6;

  private static final double TIMES_NGINX = 4;
  private static final double TIMES_SPRING = 1.0 / 6;
  private static final double RESIDENT_MEBIBYTES = 150;
  private static final double ADDED_P50_MILLIS = 0.5;
  private static final double ADDED_P99_MILLIS = 3;

  @Override
  public String name() {
    return "gateway";
  }

  @Override
  public String summary() {
    return "CPU, memory and latency beside nginx and Spring Cloud Gateway; about 8 minutes";
  }

  @Override
  public List<Figure> measure(Bench bench, List<String> options) {
    if (!options.isEmpty()) {
      throw new IllegalArgumentException("bench gateway takes no options");
    }
    try {
      return measure(bench);
    } catch (IOException e) {
      throw new BenchFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private static List<Figure> measure(Bench bench) throws IOException {
    Nginx nginx = Nginx.find(bench);
    SpringCloudGateway spring = SpringCloudGateway.build(bench);
    AccessTokenSet tokens = AccessTokenSet.of(Requests.USERS);
    List<byte[]> requests = Requests.of(tokens.tokens());
    bench.say("starting");
    try (Redis cache = Redis.start(bench.home(), "redis-cache", Redis.Use.CACHE, Ports.free());
        Subject upstream = nginx.upstream(tokens);
        Subject ours = OurGateway.start(bench, upstream, cache, tokens);
        Subject plain = nginx.proxyTo(upstream, tokens);
        Subject springs = spring.start(upstream, tokens, OurGateway.jvmOptions(ours))) {
      CpuCost oursCost = new CpuCost(ours, requests);
      CpuCost plainCost = new CpuCost(plain, requests);
      CpuCost springsCost = new CpuCost(springs, requests);
      List<CpuCost> costs = List.of(oursCost, plainCost, springsCost);
      warmUp(bench, costs);
      compare(bench, costs);
      List<Figure> figures = new ArrayList<>();
      figures.addAll(oursCost.beside(plainCost, TIMES_NGINX, REQUESTS_A_SECOND));
      figures.addAll(oursCost.beside(springsCost, TIMES_SPRING, REQUESTS_A_SECOND));
      figures.add(
          Figure.atMost(
                  RESIDENT_MEBIBYTES, "RSS after load", ours.usage().residentMebibytes(), "MiB")
              .beside(springs.name(), springs.usage().residentMebibytes()));
      figures.addAll(addedLatencies(bench, ours, upstream, requests, oursCost.perSecond() / 2));
      return figures;
    }
  }

  private static void warmUp(Bench bench, List<CpuCost> costs) throws IOException {
    for (CpuCost cost : costs) {
      bench.say("warming up " + cost.subject().name() + " with " + WARM_UP + " requests");
      cost.warmUp(WARM_UP);
    }
  }

  private static void compare(Bench bench, List<CpuCost> costs) throws IOException {
    for (int round = 1; round <= ROUNDS; round++) {
      StringBuilder said = new StringBuilder("round " + round + " of " + ROUNDS + ", CPU ms:");
      for (CpuCost cost : costs) {
        double full = cost.measureFullLoad(REQUESTS_A_ROUND);
        double steady = cost.measureAt(REQUESTS_A_SECOND, REQUESTS_A_ROUND);
        said.append(" %s %.1f %.1f".formatted(cost.subject().name(), full, steady));
      }
      bench.say(said.toString());
    }
  }

  private static List<Figure> addedLatencies(
      Bench bench, Subject ours, Subject upstream, List<byte[]> requests, double perSecond)
      throws IOException {
    bench.say("measuring latency at %.0f requests a second".formatted(perSecond));
    try (Load direct = Load.open(upstream.address(), Requests.CONNECTIONS, requests);
        Load through = Load.open(ours.address(), Requests.CONNECTIONS, requests)) {
      int count = (int) (perSecond * SECONDS_A_LATENCY_ROUND);
      List<AddedLatency> added =
          AddedLatency.measure(direct, through, perSecond, ROUNDS, count, 50, 99);
      return List.of(
          added.getFirst().atMost(ADDED_P50_MILLIS), added.getLast().atMost(ADDED_P99_MILLIS));
    }
  }
}
