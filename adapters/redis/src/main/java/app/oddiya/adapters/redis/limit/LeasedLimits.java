package app.oddiya.adapters.redis.limit;

import app.oddiya.adapters.redis.Cache;
import app.oddiya.adapters.web.Recent;
import app.oddiya.adapters.web.limit.LimitKey;
import app.oddiya.adapters.web.limit.LocalLimits;
import app.oddiya.adapters.web.limit.RateLimitPolicy;
import app.oddiya.adapters.web.limit.RateLimits;
import app.oddiya.adapters.web.limit.Ruling;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rate limits that all processes share, asked of Redis once for many requests: a process takes a
/// few tokens from the shared bucket, its _lease_, and gives them out by itself until the window
/// ends. All processes together never admit more than the quota of a window, as every token has
/// left the bucket before it is given out. They may refuse a little early, by what lies unused in
/// the leases of others: at most a sixteenth of the quota each.
///
/// While Redis is away policies that are `LOCAL` are counted by this process alone, those that are
/// `CLOSED` not at all. These have no leases either: each of their requests is counted by Redis or
/// does not pass.
final class LeasedLimits implements RateLimits {

  private static final Logger LOG = LoggerFactory.getLogger(LeasedLimits.class);

  /// Keys of a policy at a time: some 200 bytes each.
  static final int REMEMBERED = 8_192;

  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final Cache cache;
  private final SharedBuckets buckets;
  private final LocalLimits local;
  private final InstantSource clock;
  private final ConcurrentHashMap<String, Recent<LimitKey, Account>> accounts =
      new ConcurrentHashMap<>();

  LeasedLimits(Cache cache, SharedBuckets buckets, LocalLimits local, InstantSource clock) {
    this.cache = cache;
    this.buckets = buckets;
    this.local = local;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Ruling> take(RateLimitPolicy policy, LimitKey key) {
    Account account =
        accounts
            .computeIfAbsent(policy.name(), name -> new Recent<>(REMEMBERED))
            .computeIfAbsent(key, any -> new Account());
    return switch (account.take(policy, clock.millis(), cache.isAway())) {
      case Account.Step.Known(var ruling) -> CompletableFuture.completedFuture(ruling);
      case Account.Step.Wait(var later) -> later;
      case Account.Step.Ask(var later, var tokens) -> {
        ask(policy, key, account, tokens);
        yield later;
      }
      case Account.Step.Alone() -> CompletableFuture.completedFuture(alone(policy, key));
    };
  }

  private void ask(RateLimitPolicy policy, LimitKey key, Account account, long tokens) {
    var _ =
        cache
            .ask(connection -> buckets.take(connection, policy, key, tokens))
            .whenComplete(
                (taken, failure) -> {
                  if (failure != null) {
                    LOG.atDebug()
                        .addKeyValue("event", "limit_not_shared")
                        .addKeyValue("policy", policy.name())
                        .setCause(failure)
                        .log("no tokens from the shared bucket");
                    account.goOnAlone(() -> alone(policy, key));
                  } else {
                    long more = account.settle(policy, taken, tokens, clock.millis());
                    if (more > 0) {
                      ask(policy, key, account, more);
                    }
                  }
                });
  }

  private Ruling alone(RateLimitPolicy policy, LimitKey key) {
    return switch (policy.outage()) {
      case LOCAL -> local.judge(policy, key);
      case CLOSED -> new Ruling.Uncounted(policy, RETRY_AFTER);
    };
  }
}
