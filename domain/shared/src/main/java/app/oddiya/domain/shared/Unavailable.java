package app.oddiya.domain.shared;

import java.time.Duration;

/// Something this process depends on (a store, a queue, a sibling service) did not answer or
/// refused for a passing reason. Nothing is known about whether the work was done. A web layer
/// answers 503 with `Retry-After`.
public final class Unavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /// @param what the dependency in a word or two, safe to show: `database`, `photo store`
  public Unavailable(String what, Throwable cause) {
    super(what + " is unavailable", cause);
    this.retryAfter = Duration.ofSeconds(2);
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
