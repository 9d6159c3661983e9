package app.oddiya.apps.bench.faults;

import app.oddiya.apps.bench.Bench;
import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.apps.bench.Benchmark;
import app.oddiya.apps.bench.Figure;
import app.oddiya.apps.stores.Home;
import java.time.Duration;
import java.util.List;

/// A thousand film jobs while workers die and stores go away.
public final class FaultsBenchmark implements Benchmark {

  private static final int USERS = 20;
  private static final int FILMS = 50;
  private static final int REAL_FILMS = 20;
  private static final int FILM_MILLIS = 200;
  private static final double SECONDS_TO_DRAIN = 10;

  /// The lease and its heartbeat as they are, and the sweeper's rest.
  private static final Duration PAST_THE_LEASE = Duration.ofSeconds(55);

  private static final Faults.Plan PLAN =
      new Faults.Plan(
          USERS,
          FILMS,
          REAL_FILMS,
          Duration.ofSeconds(6),
          PAST_THE_LEASE,
          Duration.ofMinutes(6),
          6);

  @Override
  public String name() {
    return "faults";
  }

  @Override
  public String summary() {
    return "1,000 film jobs under random kills and outages: lost, doubled, stuck";
  }

  @Override
  public List<Figure> measure(Bench bench, List<String> options) {
    if (!options.isEmpty()) {
      throw new IllegalArgumentException("bench faults takes no options");
    }
    Home home = new Home(bench.home().root().resolve("faults"));
    home.delete();
    try (Drill drill = new Drill(home, PLAN, 1, FILM_MILLIS)) {
      Faults.Result result = new Faults(drill, PLAN, bench::say).run();
      result.verdict().remarks().forEach(bench::say);
      bench.tell(
          "%d orders, %d deletions, %d faults"
              .formatted(result.orders(), result.deletions(), result.faults()));
      return figures(result);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    }
  }

  private static List<Figure> figures(Faults.Result result) {
    Ledger.Verdict verdict = result.verdict();
    return List.of(
        ofAll("jobs lost", verdict.lost(), result),
        ofAll("jobs doubled", verdict.doubled(), result),
        ofAll("jobs stuck", verdict.stuck(), result),
        Figure.atMost(0, "remarks of the ledger", verdict.remarks().size(), ""),
        Figure.atMost(
            SECONDS_TO_DRAIN,
            "backlog sent after the queue's return",
            result.backlog().toMillis() / 1_000.0,
            "s"));
  }

  private static Figure ofAll(String name, int jobs, Faults.Result result) {
    return Figure.atMost(0, name, jobs, "jobs").beside("ordered", result.orders());
  }
}
