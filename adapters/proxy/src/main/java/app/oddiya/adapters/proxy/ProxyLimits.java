package app.oddiya.adapters.proxy;

import java.time.Duration;

/// How much of the gateway, and of the services behind it, clients can have at once.
///
/// @param target characters of a request's path and query: 414 beyond
/// @param headers how many a request may have: 431 beyond
/// @param inFlight requests on their way at once: 503 beyond
/// @param inFlightPerUpstream the same for each service, so that a slow one leaves room for others
/// @param body how long the body of a request may take to arrive: 408
/// @param piece how long a client may take to take the next piece of an answer before it is cut off
/// @param connect how long connecting to a service may take
public record ProxyLimits(
    int target,
    int headers,
    int inFlight,
    int inFlightPerUpstream,
    Duration body,
    Duration piece,
    Duration connect) {

  /// What does for a public door of modest size.
  public static ProxyLimits usual() {
    return new ProxyLimits(
        8 * 1024,
        100,
        1_024,
        512,
        Duration.ofSeconds(30),
        Duration.ofSeconds(15),
        Duration.ofSeconds(1));
  }
}
