package app.oddiya.adapters.redis;

import io.lettuce.core.RedisChannelWriter;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisReactiveCommandsImpl;
import io.lettuce.core.RedisURI;
import io.lettuce.core.StatefulRedisConnectionImpl;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.protocol.PushHandler;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;

/// A client whose connections can be asked asynchronously and in no other way. The others, which
/// Lettuce makes for every connection, would be 3 MiB of classes that nobody uses.
final class LeanRedisClient extends RedisClient {

  LeanRedisClient(ClientResources resources, RedisURI address) {
    super(resources, address);
  }

  @Override
  protected <K, V> StatefulRedisConnectionImpl<K, V> newStatefulRedisConnection(
      RedisChannelWriter writer, PushHandler pushes, RedisCodec<K, V> codec, Duration timeout) {
    return new AsynchronousOnly<>(writer, pushes, codec, timeout);
  }

  private static final class AsynchronousOnly<K, V> extends StatefulRedisConnectionImpl<K, V> {

    AsynchronousOnly(
        RedisChannelWriter writer, PushHandler pushes, RedisCodec<K, V> codec, Duration timeout) {
      super(writer, pushes, codec, timeout);
    }

    @Override
    @SuppressWarnings("NullAway") // whoever asks for it after all fails at once
    protected RedisCommands<K, V> newRedisSyncCommandsImpl() {
      return null;
    }

    @Override
    @SuppressWarnings("NullAway") // as above
    protected RedisReactiveCommandsImpl<K, V> newRedisReactiveCommandsImpl() {
      return null;
    }
  }
}
