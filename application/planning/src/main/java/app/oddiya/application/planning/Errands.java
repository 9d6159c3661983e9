package app.oddiya.application.planning;

import app.oddiya.domain.shared.Unavailable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// What is asked of several providers at the same time, each on a thread of its own. Closing ends
/// those that are still under way, and waits until they have.
final class Errands implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// Something that somebody is out to ask.
  interface Errand<T> {

    /// Waits for what comes of it; what it throws comes out of here.
    ///
    /// @throws Unavailable if this thread is interrupted, which it stays
    T await();
  }

  <T> Errand<T> start(Supplier<T> question) {
    Future<T> answer = threads.submit(question::get);
    return () -> await(answer);
  }

  private static <T> T await(Future<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case RuntimeException thrown -> throw thrown;
        case Error thrown -> throw thrown;
        case null, default -> throw new IllegalStateException(failed);
      }
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
      throw new Unavailable("planning", leaving);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
