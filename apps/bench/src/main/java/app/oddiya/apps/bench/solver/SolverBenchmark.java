package app.oddiya.apps.bench.solver;

import app.oddiya.apps.bench.Bench;
import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.apps.bench.Benchmark;
import app.oddiya.apps.bench.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// The itinerary solver on published instances, each on one core and for so many seconds of its CPU
/// time, beside the best scores that others have published.
///
/// Several instances are solved at once where there are cores for it: each counts the CPU time of
/// its own thread, so that who else uses the machine changes how long we wait and not what is
/// found.
public final class SolverBenchmark implements Benchmark {

  private static final int MOST_AT_ONCE = 2;
  private static final double WARM_UP_SECONDS = 3;

  @Override
  public String name() {
    return "solver";
  }

  @Override
  public String summary() {
    return "[--instances DIR] [--seconds S] [--routes M]  the solver on published instances; about"
        + " 3 minutes";
  }

  @Override
  public List<Figure> measure(Bench bench, List<String> options) {
    SolverOptions asked = SolverOptions.parse(options);
    Path folder =
        asked
            .instances()
            .map(Path::of)
            .orElse(bench.root().resolveSibling("shared").resolve("data").resolve("toptw"));
    List<Path> files = instances(folder);
    BestKnown best = BestKnown.in(folder);
    ExecutorService solvers =
        Executors.newFixedThreadPool(
            Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors()));
    try {
      bench.say("warming up");
      Trial.run(files.getFirst(), 2, WARM_UP_SECONDS);
      List<Figure> figures = new ArrayList<>();
      for (SolverOptions.Row row : asked.rows(best.routes())) {
        row(bench, solvers, files, best, row).ifPresent(figures::add);
      }
      return figures;
    } finally {
      solvers.shutdownNow();
    }
  }

  /// The mean gap of a row; empty if there is nothing to hold its scores against.
  private static Optional<Figure> row(
      Bench bench,
      ExecutorService solvers,
      List<Path> files,
      BestKnown best,
      SolverOptions.Row row) {
    List<Future<Trial>> trials =
        files.stream()
            .map(file -> solvers.submit(() -> Trial.run(file, row.routes(), row.seconds())))
            .toList();
    List<Double> gaps = new ArrayList<>();
    for (Future<Trial> each : trials) {
      Trial trial = result(each);
      Optional<Double> gap = best.of(trial.instance(), row.routes()).map(trial::gapTo);
      bench.tell(
          trial
              + best.of(trial.instance(), row.routes()).map(" best %.0f"::formatted).orElse("")
              + gap.map(" gap %.2f %%"::formatted).orElse(""));
      gap.ifPresent(gaps::add);
    }
    return gaps.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Figure.atMost(
                row.bar(),
                "mean gap, %d routes, %s s".formatted(row.routes(), row.duration().toPlainString()),
                gaps.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
                "%"));
  }

  private static Trial result(Future<Trial> trial) {
    try {
      return trial.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("the benchmark was interrupted", e);
    } catch (ExecutionException e) {
      throw new BenchFailure(String.valueOf(e.getCause()), e);
    }
  }

  private static List<Path> instances(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> instances =
          files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
      if (instances.isEmpty()) {
        throw new BenchFailure("there are no instances (*.txt) in " + folder);
      }
      return instances;
    } catch (IOException e) {
      throw new BenchFailure("there are no instances in " + folder, e);
    }
  }
}
