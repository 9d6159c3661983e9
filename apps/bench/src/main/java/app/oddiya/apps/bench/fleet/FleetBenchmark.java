package app.oddiya.apps.bench.fleet;

import app.oddiya.apps.bench.Bench;
import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.apps.bench.Benchmark;
import app.oddiya.apps.bench.Figure;
import app.oddiya.apps.bench.LinuxProcess;
import app.oddiya.apps.bench.Statistics;
import app.oddiya.apps.bench.Subject;
import app.oddiya.apps.stores.ChildProcess;
import app.oddiya.apps.stores.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What each service takes to start, beside a service of Spring Boot; what memory all seven have
/// after travellers were there; and the same of all in one process.
public final class FleetBenchmark implements Benchmark {

  private static final int STARTS = 3;

  private static final double CPU_SECONDS_TO_START = 1.5;
  private static final double MEBIBYTES_OF_SEVEN = 900;
  private static final double MEBIBYTES_OF_ONE = 300;
  private static final double SECONDS_TO_READY = 8;

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern READY = Pattern.compile("is up at .* after ([0-9.]+) s");

  @Override
  public String name() {
    return "fleet";
  }

  @Override
  public String summary() {
    return "what all services cost to start and in memory; about 12 minutes, needs Python 3.11";
  }

  @Override
  public List<Figure> measure(Bench bench, List<String> options) {
    if (!options.isEmpty()) {
      throw new IllegalArgumentException("bench fleet takes no options");
    }
    bench.say("making AOT caches, where there are none of these sources");
    bench.run("aot", bench.root(), List.of("bash", bench.script().toString(), "aot"));
    List<Figure> figures = new ArrayList<>();
    try (Fleet fleet = Fleet.start(bench)) {
      double spring = ofSpring(bench, fleet);
      for (String service : Fleet.SERVICES) {
        figures.add(start(bench, fleet, service).beside("Spring Boot 4, with AOT", spring));
      }
      figures.add(memoryOfSeven(bench, fleet));
      figures.addAll(allInOne(bench));
      return figures;
    } catch (IOException e) {
      throw new BenchFailure("fleet: " + e.getMessage(), e);
    }
  }

  /// Without a cache, told only, and with one.
  private static double ofSpring(Bench bench, Fleet fleet) throws IOException {
    SpringBoot peer = SpringBoot.build(bench, fleet.environment());
    Path folder = Files.createDirectories(bench.home().root().resolve("spring-boot-cache"));
    Path cache = folder.resolve("peer.aot");
    Files.deleteIfExists(cache);
    // Training; the cache is made when it ends.
    try (Subject _ = peer.start("-XX:AOTCacheOutput=" + cache)) {
      bench.say("training Spring Boot");
    }
    awaitFile(cache);
    double plain = median(() -> peer.start());
    double cached = median(() -> peer.start("-XX:AOTCache=" + cache));
    bench.tell(
        "Spring Boot 4 to its first 200: %.2f CPU s, with AOT %.2f".formatted(plain, cached));
    return cached;
  }

  private static void awaitFile(Path file) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(file)) {
      if (System.nanoTime() > end) {
        throw new BenchFailure(file + " was not made");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    }
  }

  @FunctionalInterface
  private interface Starting {
    Subject start() throws IOException;
  }

  private static double median(Starting starting) throws IOException {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      try (Subject subject = starting.start()) {
        seconds.add(subject.usage().cpuSeconds());
      }
    }
    return Statistics.median(seconds);
  }

  /// The first start, by the script, is not counted: it migrates, and the script's own time would
  /// be in it.
  private static Figure start(Bench bench, Fleet fleet, String service) throws IOException {
    bench.say("starting " + service);
    List<String> command;
    try (Subject first = fleet.first(service)) {
      command = first.usage().commandLine().stream().filter(word -> !word.isEmpty()).toList();
    }
    double seconds = median(() -> fleet.again(service, command));
    return Figure.atMost(
        CPU_SECONDS_TO_START, service + " to its first 200, with AOT", seconds, "CPU s");
  }

  private static Figure memoryOfSeven(Bench bench, Fleet fleet) throws IOException {
    List<Subject> subjects = new ArrayList<>();
    try {
      for (String service : Fleet.SERVICES) {
        subjects.add(fleet.service(service));
      }
      travellersCome(bench, fleet);
      double sum = 0;
      for (Subject subject : subjects) {
        LinuxProcess usage = subject.usage();
        double own = usage.residentMebibytes();
        bench.tell(
            "%s: %.0f MiB, %.0f of them its own share; %.1f CPU s"
                .formatted(subject.name(), own, usage.shareMebibytes(), usage.cpuSeconds()));
        sum += own;
      }
      return Figure.atMost(MEBIBYTES_OF_SEVEN, "RSS of seven processes after load", sum, "MiB");
    } finally {
      subjects.reversed().forEach(Subject::close);
    }
  }

  /// A request that failed on a machine that is too busy says nothing of memory: it is told.
  private static void travellersCome(Bench bench, Fleet fleet) throws IOException {
    bench.say("travellers come");
    Path report = bench.root().resolve("target/load/report.html");
    Files.deleteIfExists(report);
    int code =
        bench.tryOut(
            "load",
            bench.root(),
            List.of(
                "env",
                "ODDIYA_GATEWAY_URL=" + fleet.gateway(),
                // The worker is to have made some films.
                "ODDIYA_LOAD_FILM_EVERY=4",
                "bash",
                bench.script().toString(),
                "load",
                "--users",
                "40",
                "--rate",
                "4",
                "--time",
                "100s"));
    if (code == 0) {
      bench.tell("load: no request failed");
    } else if (Files.exists(report)) {
      bench.tell("load: requests failed, see " + report);
    } else {
      throw new BenchFailure("load failed:\n" + Bench.end(bench.home().log("load")));
    }
  }

  private static List<Figure> allInOne(Bench bench) throws IOException {
    Home home = new Home(bench.home().root().resolve("all-in-one"));
    bench.say("starting all in one, twice");
    up(bench, home).close();
    try (ChildProcess second = up(bench, home)) {
      Matcher said = READY.matcher(Files.readString(home.log("up")));
      if (!said.find()) {
        throw new BenchFailure("up does not say how long it took");
      }
      double seconds = Double.parseDouble(said.group(1));
      return List.of(
          Figure.atMost(
              MEBIBYTES_OF_ONE,
              "RSS of all in one, without stores",
              new LinuxProcess(second.pid()).ownResidentMebibytes(),
              "MiB"),
          Figure.atMost(SECONDS_TO_READY, "./oddiya up, second start", seconds, "s"));
    }
  }

  private static ChildProcess up(Bench bench, Home home) {
    return ChildProcess.start(
        home,
        new ChildProcess.Order(
            "up",
            List.of(
                "bash",
                bench.script().toString(),
                "up",
                "--ports",
                "free",
                "--data",
                home.root().toString()),
            Map.of(),
            "Health of the gateway",
            "TERM",
            PATIENCE));
  }
}
