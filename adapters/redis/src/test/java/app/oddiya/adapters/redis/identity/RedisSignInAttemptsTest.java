package app.oddiya.adapters.redis.identity;

import app.oddiya.adapters.redis.Redis;
import app.oddiya.adapters.redis.RedisConfig;
import app.oddiya.adapters.redis.RedisModule;
import app.oddiya.apps.stores.junit.RedisExtension;
import app.oddiya.domain.identity.session.SignInAttempts;
import app.oddiya.domain.testkit.contract.SignInAttemptsContract;
import app.oddiya.domain.testkit.time.SettableClock;
import java.net.URI;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisSignInAttemptsTest implements SignInAttemptsContract {

  @RegisterExtension static final RedisExtension STORE = new RedisExtension();

  private final SettableClock clock = new SettableClock();
  private final Redis redis =
      RedisModule.redis(new RedisConfig(URI.create(STORE.url())), InstantSource.system());

  @AfterEach
  void close() {
    redis.close();
  }

  @Override
  public SignInAttempts attempts() {
    return new RedisSignInAttempts(redis, clock);
  }

  @Override
  public SettableClock clock() {
    return clock;
  }
}
