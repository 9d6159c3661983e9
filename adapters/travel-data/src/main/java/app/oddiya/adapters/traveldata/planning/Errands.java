package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.shared.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// Questions to providers that are asked side by side on virtual threads, a few at once. None is
/// left running when the answers are given or the asking has failed.
final class Errands {

  private Errands() {}

  /// The answers, in the order of the questions.
  ///
  /// @param atOnce how many are under way at any time
  /// @throws Unavailable if one has no answer, or the caller does not wait any more and stays
  ///     interrupted
  static <Q, A> List<A> all(List<Q> questions, int atOnce, Function<Q, A> ask) {
    Semaphore places = new Semaphore(atOnce);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<A>> running = new ArrayList<>();
      for (Q question : questions) {
        running.add(threads.submit(within(places, () -> ask.apply(question))));
      }
      try {
        List<A> answers = new ArrayList<>();
        for (Future<A> each : running) {
          answers.add(each.get());
        }
        return answers;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new Unavailable("provider", stopped);
      } catch (ExecutionException failed) {
        throw cause(failed);
      } finally {
        running.forEach(each -> each.cancel(true));
      }
    }
  }

  private static <A> Callable<A> within(Semaphore places, Callable<A> errand) {
    return () -> {
      places.acquire();
      try {
        return errand.call();
      } finally {
        places.release();
      }
    };
  }

  private static RuntimeException cause(ExecutionException failed) {
    return switch (failed.getCause()) {
      case RuntimeException known -> known;
      case Error broken -> throw broken;
      case null, default -> new CancellationException(failed.getMessage());
    };
  }
}
