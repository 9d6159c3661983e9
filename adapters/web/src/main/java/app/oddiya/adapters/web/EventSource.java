package app.oddiya.adapters.web;

/// Does the work of which an event stream tells.
@FunctionalInterface
public interface EventSource {

  /// Runs on the request's own thread, which is interrupted when the client leaves. The stream ends
  /// when this returns. What it throws becomes an `error` event with the problem as data.
  void run(EventStream out) throws InterruptedException;
}
