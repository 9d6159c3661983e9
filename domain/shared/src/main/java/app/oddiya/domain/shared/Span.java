package app.oddiya.domain.shared;

import java.util.Optional;
import java.util.function.Supplier;

/// A piece of work within a trace: what is done for one request, by whichever process. Where nobody
/// records traces it only knows its place in one, so that others may.
///
/// The one that a thread works at is bound to it ([#CURRENT]) and not handed through the ports, for
/// the same reason that a log is not. A thread started meanwhile does not inherit it: bind it again
/// there. It is closed by whoever began it.
public interface Span extends AutoCloseable {

  /// Bound by whoever begins the work: `ScopedValue.where(Span.CURRENT, span).run(..)`.
  ScopedValue<Span> CURRENT = ScopedValue.newInstance();

  /// Which side of a conversation it is.
  enum Kind {
    /// Answers a request.
    SERVER,
    /// Waits for somebody else's answer.
    CLIENT,
    /// Puts a message into a queue.
    PRODUCER,
    /// Does what a message asks for.
    CONSUMER
  }

  /// The bound one, or one that belongs to no trace.
  static Span current() {
    return CURRENT.orElse(PassedOn.NOTHING);
  }

  /// One that nobody records.
  ///
  /// @param traceparent of W3C Trace Context
  static Span passing(Optional<String> traceparent) {
    return new PassedOn(traceparent);
  }

  /// The place of this span in its trace, as others are told it (W3C Trace Context, section 3.2).
  Optional<String> traceparent();

  /// A part of this work, begun now.
  ///
  /// @param name of few values: never an id, nor anything that a person has sent. Not asked for
  ///     where nobody records
  Span child(Kind kind, Supplier<String> name);

  /// Says something about it.
  ///
  /// @param value as free of persons and secrets as the name
  void note(String key, String value);

  /// Says that it came to nothing.
  ///
  /// @param why a word or two of few values
  void failed(String why);

  /// It is done with. Doing it twice is as good as once.
  @Override
  void close();

  /// The 32 digits that all spans of its trace have in common.
  default Optional<String> traceId() {
    return traceparent().map(parent -> parent.substring(3, 35));
  }
}
