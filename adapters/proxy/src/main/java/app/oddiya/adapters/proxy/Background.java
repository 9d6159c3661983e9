package app.oddiya.adapters.proxy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Threads for what may wait: the one that reads from all connections must not.
final class Background {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// Work on a request that completes its callback.
  interface Work {
    void run() throws Exception;
  }

  /// Does the work on a thread of its own. What it throws becomes a 500.
  void run(Work work, Request request, Response response, Callback callback) {
    threads.execute(
        () -> {
          try {
            work.run();
          } catch (Exception | Error bug) {
            Response.writeError(request, response, callback, bug);
          }
        });
  }
}
