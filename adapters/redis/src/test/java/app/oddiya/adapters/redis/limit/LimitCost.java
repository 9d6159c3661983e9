package app.oddiya.adapters.redis.limit;

import app.oddiya.adapters.redis.Cache;
import app.oddiya.adapters.redis.CacheConfig;
import app.oddiya.adapters.redis.CacheModule;
import app.oddiya.adapters.redis.RedisConfig;
import app.oddiya.adapters.web.limit.LimitKey;
import app.oddiya.adapters.web.limit.LocalLimits;
import app.oddiya.adapters.web.limit.Quota;
import app.oddiya.adapters.web.limit.RateLimitHeaders;
import app.oddiya.adapters.web.limit.RateLimitPolicy;
import app.oddiya.adapters.web.limit.RateLimits;
import app.oddiya.adapters.web.limit.Ruling;
import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.Ports;
import app.oddiya.apps.stores.Redis;
import app.oddiya.domain.shared.UserId;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// What a limit costs a request, and the whole of it a process: the figures of ADR 0013. Run by
/// hand, with the options of the gateway, for they are no matter of right or wrong.
final class LimitCost {

  private static final int USERS = 200;
  private static final int REQUESTS = 2_000_000;
  private static final int ROUNDS = 5;

  private static final RateLimitPolicy POLICY =
      new RateLimitPolicy(
          "user",
          new Quota(1_000_000_000, Duration.ofMinutes(1)),
          RateLimitPolicy.Per.USER,
          RateLimitPolicy.Outage.LOCAL);

  private LimitCost() {}

  public static void main(String[] args) throws IOException {
    Home home = new Home(Files.createTempDirectory("oddiya-limit-cost-"));
    Redis redis = Redis.start(home, "redis", Redis.Use.CACHE, Ports.free());
    try (redis) {
      InstantSource clock = InstantSource.system();
      run("counted locally", new LocalLimits(100, LeasedLimits.REMEMBERED, clock));
      long before = residentKilobytes();
      Cache cache = CacheModule.cache(new CacheConfig(new RedisConfig(redis.url())));
      try (cache) {
        run("leased", LimitRedisModule.rateLimits(cache, new LimitConfig(100), clock));
        long after = residentKilobytes();
        System.out.printf("resident: %d KiB before, %d KiB after Redis%n", before, after);
      }
    } finally {
      home.delete();
    }
  }

  private static void run(String name, RateLimits limits) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      long bytes = allocated();
      long began = System.nanoTime();
      int waited = 0;
      int length = 0;
      for (int i = 0; i < REQUESTS; i++) {
        var ruling = limits.take(POLICY, LimitKey.of(new UserId(1 + i % USERS)));
        waited += ruling.isDone() ? 0 : 1;
        if (ruling.join() instanceof Ruling.Admitted(var standing)) {
          length += RateLimitHeaders.policy(List.of(POLICY)).length();
          length += RateLimitHeaders.limit(List.of(standing)).length();
        }
      }
      long nanos = System.nanoTime() - began;
      System.out.printf(
          "%s: %.0f ns, %.0f bytes a request with its headers; %d of %d waited (%d)%n",
          name,
          (double) nanos / REQUESTS,
          (double) (allocated() - bytes) / REQUESTS,
          waited,
          REQUESTS,
          length % 10);
    }
  }

  private static long allocated() {
    return ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getCurrentThreadAllocatedBytes();
  }

  private static long residentKilobytes() throws IOException {
    System.gc();
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .sum();
  }
}
