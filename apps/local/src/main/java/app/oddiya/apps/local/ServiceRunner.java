package app.oddiya.apps.local;

import java.util.Map;

/// A way to run the seven services.
interface ServiceRunner {

  /// The services, running.
  interface Running extends AutoCloseable {

    /// Stops them in good order, the gateway first.
    @Override
    void close();
  }

  /// Starts them side by side; if one does not start, none is left running.
  Running start(Map<String, String> environment);
}
