package app.oddiya.adapters.http;

import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Server-sent events of a sibling, as they come. One thread reads; any thread may close.
///
/// Closing it before its end closes the connection, which is how the sibling learns that nobody
/// listens any more and gives its work up.
public non-sealed interface EventStream extends Streamed, AutoCloseable {

  /// Waits for the next event; empty once the sibling has ended the stream in order. Whether
  /// everything hoped for had come by then, the caller must judge.
  ///
  /// @throws app.oddiya.domain.shared.Unavailable if the stream broke, fell silent (comments count
  ///     as life) or went on beyond its deadline
  /// @throws CancellationException if it has been closed here
  Optional<ServerEvent> next();

  @Override
  void close();
}
