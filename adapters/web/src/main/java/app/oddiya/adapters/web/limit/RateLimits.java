package app.oddiya.adapters.web.limit;

import java.util.concurrent.CompletableFuture;

/// Counts requests against policies. Safe for concurrent use.
@FunctionalInterface
public interface RateLimits {

  /// Counts one request. It never blocks: nearly always the ruling is there when this returns;
  /// else it comes within a fraction of a second, on a thread of whoever counts, on which nobody
  /// may work.
  ///
  /// @return never fails; an outage is a [Ruling] too
  CompletableFuture<Ruling> take(RateLimitPolicy policy, LimitKey key);
}
