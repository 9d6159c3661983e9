package app.oddiya.apps.bench;

import app.oddiya.apps.bench.faults.FaultsBenchmark;
import app.oddiya.apps.bench.film.FilmBenchmark;
import app.oddiya.apps.bench.fleet.FleetBenchmark;
import app.oddiya.apps.bench.gateway.GatewayBenchmark;
import app.oddiya.apps.bench.plan.PlanBenchmark;
import app.oddiya.apps.bench.solver.SolverBenchmark;
import app.oddiya.apps.bench.store.StoreBenchmark;
import app.oddiya.apps.stores.StoreFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `./oddiya bench`.
public final class Main {

  private static final List<Benchmark> BENCHMARKS =
      List.of(
          new GatewayBenchmark(),
          new FleetBenchmark(),
          new FilmBenchmark(),
          new FaultsBenchmark(),
          new SolverBenchmark(),
          new PlanBenchmark(),
          new StoreBenchmark());

  private static final int EXIT_BAR_MISSED = 1;
  private static final int EXIT_CANNOT = 2;

  /// EX_USAGE of sysexits.h.
  private static final int EXIT_USAGE = 64;

  private Main() {}

  /// `--root DIR [NAME [OPTIONS]]`, as the script calls it.
  public static void main(String[] args) {
    List<String> words = List.of(args);
    if (words.size() < 2 || !words.getFirst().equals("--root")) {
      System.err.println("start it with ./oddiya");
      System.exit(EXIT_USAGE);
    }
    Path root = Path.of(words.get(1)).toAbsolutePath().normalize();
    System.exit(run(root, words.subList(2, words.size())));
  }

  private static int run(Path root, List<String> words) {
    if (words.isEmpty()) {
      BENCHMARKS.forEach(
          b -> System.out.println("./oddiya bench " + b.name() + "   " + b.summary()));
      return 0;
    }
    return BENCHMARKS.stream()
        .filter(benchmark -> benchmark.name().equals(words.getFirst()))
        .findFirst()
        .map(benchmark -> measure(benchmark, root, words.subList(1, words.size())))
        .orElseGet(
            () -> {
              System.err.println("no such benchmark: " + words.getFirst());
              return EXIT_USAGE;
            });
  }

  private static int measure(Benchmark benchmark, Path root, List<String> options) {
    Path file = root.resolve("target/bench").resolve(benchmark.name() + ".json");
    try {
      // Should this run fail, nobody is to take the last one's figures for its own.
      Files.deleteIfExists(file);
      Report report =
          new Report(benchmark.measure(new Bench(root, System.err, System.out), options));
      report.write(file);
      System.out.print(report.asTable());
      System.out.println("load average of the machine: " + LinuxProcess.loadAverage());
      System.out.println("written to " + root.relativize(file));
      return report.holds() ? 0 : EXIT_BAR_MISSED;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return EXIT_USAGE;
    } catch (BenchFailure | StoreFailure | IOException e) {
      System.err.println(e.getMessage());
      return EXIT_CANNOT;
    }
  }
}
