package app.oddiya.adapters.redis.planning;

import app.oddiya.adapters.redis.Redis;
import app.oddiya.adapters.redis.RedisModule;
import app.oddiya.domain.planning.agent.Spending;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// What models cost, counted in the Redis for what must not be lost (`noeviction`, `appendfsync
/// always`). The app binds [Spending.Caps] beside what [RedisModule] needs.
@Module(includes = RedisModule.class)
public interface PlanningSpendingModule {

  @Provides
  @Singleton
  static Spending spending(Redis redis, Spending.Caps caps, InstantSource clock) {
    return new RedisSpending(redis, caps, clock);
  }
}
