package app.oddiya.adapters.redis;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One Redis: commands of all threads share one connection, which is made beforehand and made again
/// when it breaks. While there is none, commands fail at once instead of queueing up.
/// An outage comes out as [Unavailable], everything else as the bug it is.
///
/// Public for the packages beside it only.
public final class Redis implements AutoCloseable {

  private static final String NAME = "session store";
  private static final Duration CONNECT = Duration.ofSeconds(1);

  /// No command waits longer, however far away the deadline is.
  private static final Duration COMMAND = Duration.ofSeconds(2);

  private final InstantSource clock;
  private final ClientResources resources;
  private final RedisClient client;
  private final RedisURI address;
  private final StoreMeters meters = new StoreMeters("sessions", () -> false);
  private @Nullable CompletableFuture<StatefulRedisConnection<String, String>> connection;

  private Redis(RedisConfig config, InstantSource clock) {
    this.clock = clock;
    // The least threads that Lettuce allows: one connection needs no more. Left to itself it would
    // wait up to half a minute before it tries a Redis again that is long back.
    this.resources =
        ClientResources.builder()
            .ioThreadPoolSize(2)
            .computationThreadPoolSize(2)
            .reconnectDelay(Delay.exponential(10, 1_000, TimeUnit.MILLISECONDS, 2))
            .build();
    this.client = RedisClient.create(resources);
    this.address = RedisURI.create(config.url());
    client.setOptions(
        ClientOptions.builder()
            .sslOptions(Trust.of(config))
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).keepAlive(true).build())
            .build());
  }

  /// Begins to connect, so that the first request need not wait for it, and does not wait itself: a
  /// Redis that is not there yet is an outage of requests and no reason not to start.
  static Redis open(RedisConfig config, InstantSource clock) {
    var redis = new Redis(config, clock);
    var _ = redis.connected();
    return redis;
  }

  /// Runs one command and waits for its answer, at most until the deadline.
  ///
  /// @throws Unavailable if there is none; nothing is known then of what was done
  public <T> T run(
      Deadline deadline, Function<RedisAsyncCommands<String, String>, RedisFuture<T>> command) {
    if (deadline.isOver(clock)) {
      throw new Unavailable(NAME, new TimeoutException("the deadline has passed"));
    }
    Deadline limit = deadline.atMost(COMMAND, clock);
    long began = System.nanoTime();
    try {
      T answer = within(limit, command.apply(within(limit, connected()).async()));
      meters.answered(began);
      return answer;
    } catch (RedisException refused) {
      meters.failed(began);
      throw judged(refused);
    } catch (Unavailable outage) {
      meters.failed(began);
      throw outage;
    }
  }

  StoreMeters meters() {
    return meters;
  }

  /// Whether Redis answers now; what readiness asks.
  boolean answers() {
    try {
      return run(Deadline.in(COMMAND, clock), RedisAsyncCommands::ping).equals("PONG");
    } catch (Unavailable e) {
      return false;
    }
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  /// The connection, or the attempt at one that everybody waits for together.
  private synchronized CompletableFuture<StatefulRedisConnection<String, String>> connected() {
    if (connection == null || connection.isCompletedExceptionally()) {
      connection = client.connectAsync(StringCodec.UTF8, address).toCompletableFuture();
    }
    return connection;
  }

  private <T> T within(Deadline deadline, Future<T> answer) {
    try {
      return answer.get(deadline.remaining(clock).toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RedisException refused) {
        throw judged(refused);
      }
      throw new Unavailable(NAME, failed);
    } catch (TimeoutException late) {
      throw new Unavailable(NAME, late);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unavailable(NAME, stopped);
    }
  }

  private static RuntimeException judged(RedisException refused) {
    return Outages.isOne(refused) ? new Unavailable(NAME, refused) : refused;
  }
}
