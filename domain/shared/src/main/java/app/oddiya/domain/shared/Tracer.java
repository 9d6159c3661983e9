package app.oddiya.domain.shared;

import java.util.Optional;
import java.util.function.Supplier;

/// Begins [spans][Span] where work comes into the process: a request, a message.
public interface Tracer extends AutoCloseable {

  /// Records nothing and passes on the traces that others record.
  Tracer NONE = (kind, name, parent) -> Span.passing(parent);

  /// Work begun now.
  ///
  /// @param name of few values, as of [Span#child]
  /// @param parent a well-formed `traceparent` (W3C Trace Context) of the work that this is part of
  Span begin(Span.Kind kind, Supplier<String> name, Optional<String> parent);

  /// Hands over what has been recorded.
  @Override
  default void close() {}
}
