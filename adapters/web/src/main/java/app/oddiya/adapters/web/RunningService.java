package app.oddiya.adapters.web;

/// A service that accepts requests.
public interface RunningService {

  /// The port it listens on; on -1 nothing but the private one.
  int port();

  /// The port of health and metrics.
  int privatePort();

  /// Lets the requests that were accepted finish, then ends everything the service holds. Again
  /// it does nothing.
  void stop();
}
