package app.oddiya.domain.testkit.story;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Does one thing many times at once.
public final class Together {

  private Together() {}

  /// Runs `action` on `times` threads that start at the same moment, and waits for all of them.
  ///
  /// @return what they returned, in no order that means anything
  public static <T> List<T> run(int times, Callable<T> action) {
    var start = new CyclicBarrier(times);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        running.add(
            threads.submit(
                () -> {
                  start.await(30, TimeUnit.SECONDS);
                  return action.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get(60, TimeUnit.SECONDS));
      }
      return results;
    } catch (ExecutionException failed) {
      throw new AssertionError("one of " + times + " failed", failed.getCause());
    } catch (TimeoutException late) {
      throw new AssertionError("one of " + times + " did not come back", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }
}
