package app.oddiya.adapters.web.limit;

import java.time.Duration;

/// What a policy says to one request.
public sealed interface Ruling {

  /// It may pass, and has been counted.
  record Admitted(Standing standing) implements Ruling {}

  /// The quota of this window has been used up.
  record Exceeded(Standing standing) implements Ruling {}

  /// Nobody can count, and the policy lets nobody pass then.
  record Uncounted(RateLimitPolicy policy, Duration retryAfter) implements Ruling {}
}
