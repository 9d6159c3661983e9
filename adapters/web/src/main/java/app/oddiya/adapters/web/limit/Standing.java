package app.oddiya.adapters.web.limit;

/// How somebody stands with a policy after a request.
///
/// @param remaining requests that may follow in this window; with several processes about
/// @param resetSeconds until the next window, rounded up
public record Standing(RateLimitPolicy policy, long remaining, long resetSeconds) {

  public Standing {
    if (remaining < 0 || resetSeconds < 0) {
      throw new IllegalArgumentException(
          "remaining, resetSeconds: " + remaining + ", " + resetSeconds + " (expected: >= 0)");
    }
  }
}
