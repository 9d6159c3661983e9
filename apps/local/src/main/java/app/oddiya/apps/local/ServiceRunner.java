package app.oddiya.apps.local;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// A way to run the seven services.
interface ServiceRunner {

  /// The services, running.
  interface Running extends AutoCloseable {

    /// Completes with the name of the first service that ends without being asked to.
    CompletableFuture<String> death();

    /// Stops them in good order, the gateway first.
    @Override
    void close();
  }

  /// Starts them side by side; if one does not start, none is left running.
  Running start(Map<String, String> environment);
}
