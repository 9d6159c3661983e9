package app.oddiya.adapters.web;

import java.time.Duration;

/// How much of itself a public port gives to clients before any request of theirs is whole.
///
/// @param headerBytes of request line and headers together, held while they are read: 431 beyond,
///     or 414 if it is the request line that is too long
/// @param connections open at once; beyond them the port stops accepting until one is closed
/// @param idle how long a connection may lie unused
/// @param head how long the request line and headers may take, from their first byte: 408
public record PortLimits(int headerBytes, int connections, Duration idle, Duration head) {

  /// What does for a service whose clients are siblings.
  public static PortLimits usual() {
    return new PortLimits(16 * 1024, 10_000, Duration.ofSeconds(30), Duration.ofSeconds(10));
  }
}
