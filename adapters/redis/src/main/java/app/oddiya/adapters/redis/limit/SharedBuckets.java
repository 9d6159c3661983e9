package app.oddiya.adapters.redis.limit;

import app.oddiya.adapters.web.limit.LimitKey;
import app.oddiya.adapters.web.limit.Quota;
import app.oddiya.adapters.web.limit.RateLimitPolicy;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.ExecutionStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The buckets in Redis, one for each policy and key, emptied by all processes together and filled
/// at once when a window ends. A bucket goes with its window.
///
/// Not taken: a bucket that fills drop by drop. It would let a client go on after a shorter wait,
/// but a token that waits in a lease while the bucket fills behind it would come on top of the
/// quota.
final class SharedBuckets {

  /// Longer than the window, and never nothing: without a time to live the key would stay for good.
  private static final Duration KEPT_LONGER = Duration.ofSeconds(1);

  private static final Duration LONGEST_CONTEST = Duration.ofMillis(250);
  private static final int HASH_BYTES = 16;

  private final TimeMeter time;
  private volatile @Nullable Buckets last;

  private record Buckets(
      StatefulRedisConnection<String, byte[]> connection, AsyncProxyManager<String> manager) {}

  /// What came of taking tokens.
  ///
  /// @param tokens at most as many as were asked for
  /// @param left in the bucket
  /// @param ends when the window does, in milliseconds since 1970
  record Taken(long tokens, long left, long ends) {}

  SharedBuckets(InstantSource clock) {
    this.time =
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
          }

          @Override
          public boolean isWallClockBased() {
            return true;
          }
        };
  }

  /// Takes as many tokens as there are, up to `most`, in one step that no other process sees half
  /// of.
  CompletableFuture<Taken> take(
      StatefulRedisConnection<String, byte[]> connection,
      RateLimitPolicy policy,
      LimitKey key,
      long most) {
    return manager(connection)
        .builder()
        .build(
            name(policy, key),
            () -> CompletableFuture.completedFuture(configuration(policy.quota())))
        .asVerbose()
        .tryConsumeAsMuchAsPossible(most)
        .thenApply(SharedBuckets::read);
  }

  private static Taken read(VerboseResult<Long> result) {
    long untilFull = result.getDiagnostics().calculateFullRefillingTime();
    long ends = Math.ceilDiv(result.getOperationTimeNanos() + untilFull, 1_000_000L);
    return new Taken(result.getValue(), result.getState().getAvailableTokens(), ends);
  }

  private AsyncProxyManager<String> manager(StatefulRedisConnection<String, byte[]> connection) {
    Buckets known = last;
    if (known == null || !known.connection.equals(connection)) {
      known =
          new Buckets(
              connection,
              Bucket4jLettuce.casBasedBuilder(connection)
                  .clientClock(time)
                  .executionStrategy(ExecutionStrategy.SAME_TREAD)
                  .requestTimeout(LONGEST_CONTEST)
                  .expirationAfterWrite(
                      ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                          KEPT_LONGER))
                  .build()
                  .asAsync());
      last = known;
    }
    return known.manager;
  }

  private static BucketConfiguration configuration(Quota quota) {
    return BucketConfiguration.builder()
        .addLimit(
            limit ->
                limit.capacity(quota.requests()).refillIntervally(quota.requests(), quota.window()))
        .build();
  }

  /// The quota is part of the name, so that a new one counts from the moment it is configured.
  private static String name(RateLimitPolicy policy, LimitKey key) {
    Quota quota = policy.quota();
    return "limit:%s:%d/%d:%s"
        .formatted(policy.name(), quota.requests(), quota.window().toSeconds(), hash(key.text()));
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(hash, HASH_BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
