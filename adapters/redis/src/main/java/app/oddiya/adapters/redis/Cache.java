package app.oddiya.adapters.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Redis of what can be fetched or counted again. It is only ever asked asynchronously, and
/// nobody waits long for it: if it does not answer within 250 ms (or what else is configured) it is
/// _away_, and then every question fails at once until it has answered a ping again, with which it
/// is tried twice a second.
///
/// Public for the packages beside it only.
public final class Cache implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Cache.class);

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration BETWEEN_PINGS = Duration.ofMillis(500);

  /// What does not answer a ping so long is given up together with its connection, of which nobody
  /// might ever hear again.
  private static final Duration LONGEST_PING = Duration.ofSeconds(2);

  /// More than ever wait for an answer at a time; each is a request of a client.
  private static final int LONGEST_QUEUE = 8_192;

  private static final Executor A_LITTLE_LATER =
      CompletableFuture.delayedExecutor(BETWEEN_PINGS.toMillis(), TimeUnit.MILLISECONDS);

  private final ClientResources resources;
  private final RedisClient client;
  private final RedisURI address;
  private final Duration patience;
  private final StoreMeters meters = new StoreMeters("cache", this::isAway);
  private @Nullable CompletableFuture<StatefulRedisConnection<String, byte[]>> connection;
  private volatile boolean away;
  private volatile boolean closed;

  private Cache(CacheConfig config) {
    // The least threads that Lettuce allows, and a buffer where one is needed: pools of netty's
    // size would be most of the memory of the process.
    this.resources =
        ClientResources.builder()
            .ioThreadPoolSize(2)
            .computationThreadPoolSize(2)
            .reconnectDelay(Delay.exponential(10, 1_000, TimeUnit.MILLISECONDS, 2))
            .nettyCustomizer(new WithoutPools())
            .build();
    this.address = RedisURI.create(config.redis().url());
    this.patience = config.patience();
    this.client = new LeanRedisClient(resources, address);
    client.setOptions(
        ClientOptions.builder()
            .sslOptions(Trust.of(config.redis()))
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .requestQueueSize(LONGEST_QUEUE)
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).keepAlive(true).build())
            .build());
  }

  /// Begins to connect and does not wait for it.
  static Cache open(CacheConfig config) {
    var cache = new Cache(config);
    var _ = cache.ask(connection -> connection.async().ping());
    return cache;
  }

  StoreMeters meters() {
    return meters;
  }

  /// Whether a question would fail at once.
  public boolean isAway() {
    return away;
  }

  /// Asks a question of one or more commands.
  ///
  /// @return fails if Redis is away or does not answer in time; nothing is known then of what was
  ///     done. Completed on any thread
  public <T> CompletableFuture<T> ask(
      Function<StatefulRedisConnection<String, byte[]>, CompletionStage<T>> question) {
    if (away || closed) {
      return CompletableFuture.failedFuture(new IllegalStateException("the cache is away"));
    }
    long began = System.nanoTime();
    return connected()
        .thenCompose(
            connection ->
                question
                    .apply(connection)
                    .toCompletableFuture()
                    .copy()
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS))
        .whenComplete((answer, failure) -> judge(failure, began));
  }

  private void judge(@Nullable Throwable failure, long began) {
    if (failure != null && Outages.isOne(cause(failure))) {
      meters.failed(began);
      leave(failure);
    } else {
      meters.answered(began);
    }
  }

  /// From now on nobody asks, until it has answered a ping.
  private void leave(Throwable failure) {
    synchronized (this) {
      if (away || closed) {
        return;
      }
      away = true;
    }
    LOG.atWarn()
        .addKeyValue("event", "cache_away")
        .addKeyValue("reason", cause(failure).toString())
        .log("the cache does not answer");
    A_LITTLE_LATER.execute(this::ping);
  }

  private void ping() {
    if (closed) {
      return;
    }
    var _ =
        connected()
            .thenCompose(connection -> connection.async().ping())
            .orTimeout(LONGEST_PING.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((pong, failure) -> hear(failure));
  }

  private void hear(@Nullable Throwable failure) {
    if (failure == null) {
      away = false;
      LOG.atInfo().addKeyValue("event", "cache_back").log("the cache answers again");
      return;
    }
    if (cause(failure) instanceof TimeoutException) {
      disconnect();
    }
    A_LITTLE_LATER.execute(this::ping);
  }

  /// The connection, or the attempt at one that everybody waits for together.
  private synchronized CompletableFuture<StatefulRedisConnection<String, byte[]>> connected() {
    if (connection == null || connection.isCompletedExceptionally()) {
      connection =
          client
              .connectAsync(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), address)
              .toCompletableFuture();
    }
    return connection;
  }

  private synchronized void disconnect() {
    if (connection != null) {
      var _ = connection.thenCompose(StatefulRedisConnection::closeAsync);
      connection = null;
    }
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  @Override
  public void close() {
    closed = true;
    client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private static final class WithoutPools implements NettyCustomizer {

    @Override
    public void afterBootstrapInitialized(Bootstrap bootstrap) {
      bootstrap.option(ChannelOption.ALLOCATOR, UnpooledByteBufAllocator.DEFAULT);
    }
  }
}
