package app.oddiya.adapters.web.limit;

import app.oddiya.adapters.web.Recent;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Counts in the memory of this process alone, and in a bounded one: it may forget, and then let
/// pass once more, who has not asked for the longest time.
public final class LocalLimits implements RateLimits {

  private final int percent;
  private final int remembered;
  private final InstantSource clock;
  private final ConcurrentHashMap<String, Recent<LimitKey, Window>> windows =
      new ConcurrentHashMap<>();

  /// @param percent of a quota that this process gives away, 1 to 100
  /// @param remembered how many keys of a policy are counted at a time, about
  public LocalLimits(int percent, int remembered, InstantSource clock) {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("percent: " + percent + " (expected: 1 to 100)");
    }
    this.percent = percent;
    this.remembered = remembered;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Ruling> take(RateLimitPolicy policy, LimitKey key) {
    return CompletableFuture.completedFuture(judge(policy, key));
  }

  /// As [#take], for which nobody ever waits here.
  public Ruling judge(RateLimitPolicy policy, LimitKey key) {
    return windows
        .computeIfAbsent(policy.name(), name -> new Recent<>(remembered))
        .computeIfAbsent(key, any -> new Window())
        .take(policy, Math.max(1, policy.quota().requests() * percent / 100), clock.millis());
  }

  private static final class Window {

    private long ends = Long.MIN_VALUE;
    private long left;

    synchronized Ruling take(RateLimitPolicy policy, long share, long now) {
      if (now >= ends) {
        ends = now + policy.quota().window().toMillis();
        left = share;
      }
      boolean passes = left > 0;
      if (passes) {
        left--;
      }
      Standing standing = new Standing(policy, left, Math.ceilDiv(ends - now, 1_000));
      return passes ? new Ruling.Admitted(standing) : new Ruling.Exceeded(standing);
    }
  }
}
