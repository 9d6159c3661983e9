package app.oddiya.adapters.redis.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.redis.Cache;
import app.oddiya.adapters.redis.CacheConfig;
import app.oddiya.adapters.redis.CacheModule;
import app.oddiya.adapters.redis.Redis;
import app.oddiya.adapters.redis.RedisConfig;
import app.oddiya.adapters.redis.RedisModule;
import app.oddiya.adapters.web.limit.LimitKey;
import app.oddiya.adapters.web.limit.Quota;
import app.oddiya.adapters.web.limit.RateLimitPolicy;
import app.oddiya.adapters.web.limit.RateLimits;
import app.oddiya.adapters.web.limit.Ruling;
import app.oddiya.adapters.web.limit.Standing;
import app.oddiya.apps.stores.junit.StoppableRedisExtension;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.time.Eventually;
import app.oddiya.domain.testkit.time.SettableClock;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two processes, as far as limits go, on one Redis.
@Timeout(60)
class LeasedLimitsTest {

  @RegisterExtension static final StoppableRedisExtension STORE = new StoppableRedisExtension();

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final LimitKey ME = LimitKey.of(new UserId(7));
  private static final LimitKey HOME = LimitKey.of(InetAddress.ofLiteral("192.0.2.77"));

  private final SettableClock clock = new SettableClock();
  private final List<Cache> caches = new ArrayList<>();

  @AfterEach
  void close() {
    caches.forEach(Cache::close);
  }

  @Test
  void fiftyThreadsInTwoProcessesGetTheQuotaAndNotOneMore() throws Exception {
    RateLimitPolicy policy = policy("user", 2_000, RateLimitPolicy.Outage.LOCAL);

    assertThat(admittedToFiftyThreads(policy, process(), process())).isEqualTo(2_000);
  }

  @Test
  void aPolicyWithoutLeasesIsAsExact() throws Exception {
    RateLimitPolicy policy = policy("sign-in", 300, RateLimitPolicy.Outage.CLOSED);

    assertThat(admittedToFiftyThreads(policy, process(), process())).isEqualTo(300);
  }

  @Test
  void everyWindowHasItsQuotaAndALeaseOfTheOldOneIsGone() {
    RateLimitPolicy policy = policy("user", 100, RateLimitPolicy.Outage.LOCAL);
    RateLimits one = process();
    RateLimits other = process();
    assertThat(admitted(policy, one, 60)).isEqualTo(60);
    assertThat(admitted(policy, other, 10)).isEqualTo(10);

    clock.advance(Duration.ofMinutes(1));

    assertThat(admitted(policy, other, 100) + admitted(policy, one, 100)).isBetween(94, 100);
    assertThat(admitted(policy, other, 100)).isZero();
  }

  @Test
  void aClientCountsDownAndLearnsWhenToComeBack() {
    RateLimitPolicy policy = policy("user", 3, RateLimitPolicy.Outage.LOCAL);
    RateLimits limits = process();

    assertThat(take(limits, policy, ME))
        .isEqualTo(new Ruling.Admitted(new Standing(policy, 2, 60)));
    clock.advance(Duration.ofMillis(500));
    assertThat(take(limits, policy, ME))
        .isEqualTo(new Ruling.Admitted(new Standing(policy, 1, 60)));
    clock.advance(Duration.ofMillis(500));
    assertThat(take(limits, policy, ME))
        .isEqualTo(new Ruling.Admitted(new Standing(policy, 0, 59)));
    assertThat(take(limits, policy, ME))
        .isEqualTo(new Ruling.Exceeded(new Standing(policy, 0, 59)));
    assertThat(take(limits, policy, LimitKey.of(new UserId(8))))
        .isInstanceOf(Ruling.Admitted.class);
  }

  @Test
  void mostRequestsAreAnsweredWithoutRedis() {
    RateLimitPolicy policy = policy("user", 100_000, RateLimitPolicy.Outage.LOCAL);
    RateLimits limits = process();
    int asked = 0;
    for (int i = 0; i < 10_000; i++) {
      CompletableFuture<Ruling> ruling = limits.take(policy, ME);
      asked += ruling.isDone() ? 0 : 1;
      assertThat(ruling.join()).isInstanceOf(Ruling.Admitted.class);
    }

    assertThat(asked).isLessThan(100);
  }

  @Test
  void nobodyCanBeReadOutOfRedisAndEverythingThereEnds() {
    RateLimits limits = process();
    take(limits, policy("anyone", 10, RateLimitPolicy.Outage.LOCAL), HOME);
    take(limits, policy("user", 10, RateLimitPolicy.Outage.LOCAL), LimitKey.of(new UserId(4711)));

    try (Redis redis =
        RedisModule.redis(new RedisConfig(URI.create(STORE.url())), InstantSource.system())) {
      Deadline soon = Deadline.in(PATIENCE, InstantSource.system());
      List<String> keys = redis.run(soon, commands -> commands.keys("*"));

      assertThat(keys).hasSize(2);
      for (String key : keys) {
        assertThat(key).startsWith("limit:").doesNotContain("192.0.2.77", "4711");
        Long millisToLive = redis.run(soon, commands -> commands.pttl(key));
        assertThat(millisToLive).isBetween(1L, 61_000L);
      }
    }
  }

  @Test
  void withoutRedisUsersAreCountedHereAndNobodySignsIn() {
    RateLimitPolicy user = policy("user", 5, RateLimitPolicy.Outage.LOCAL);
    RateLimitPolicy signIn = policy("sign-in", 5, RateLimitPolicy.Outage.CLOSED);
    RateLimits limits = process();
    take(limits, signIn, HOME);
    STORE.stop();

    assertThat(take(limits, signIn, HOME))
        .isEqualTo(new Ruling.Uncounted(signIn, Duration.ofSeconds(2)));
    assertThat(admitted(user, limits, 10)).isEqualTo(5);
    assertThat(take(limits, user, ME)).isEqualTo(new Ruling.Exceeded(new Standing(user, 0, 60)));
  }

  @Test
  void whenRedisComesBackItIsAskedAgainByItself() throws Exception {
    RateLimitPolicy signIn = policy("sign-in", 1_000, RateLimitPolicy.Outage.CLOSED);
    RateLimitPolicy user = policy("user", 5, RateLimitPolicy.Outage.LOCAL);
    RateLimits one = process();
    RateLimits other = process();
    take(one, signIn, HOME);
    STORE.stop();
    assertThat(take(one, signIn, HOME)).isInstanceOf(Ruling.Uncounted.class);
    assertThat(take(other, signIn, HOME)).isInstanceOf(Ruling.Uncounted.class);

    STORE.start();

    until(one, signIn, Ruling.Admitted.class::isInstance);
    until(other, signIn, Ruling.Admitted.class::isInstance);
    assertThat(admitted(user, one, 3) + admitted(user, other, 3)).isEqualTo(5);
  }

  @Test
  void aProcessThatStartsBeforeRedisFindsItLater() throws Exception {
    RateLimitPolicy signIn = policy("sign-in", 1_000, RateLimitPolicy.Outage.CLOSED);
    STORE.stop();
    RateLimits limits = process();
    assertThat(take(limits, signIn, HOME)).isInstanceOf(Ruling.Uncounted.class);

    STORE.start();

    until(limits, signIn, Ruling.Admitted.class::isInstance);
  }

  @Test
  void aRedisThatDoesNotAnswerIsNotWaitedFor() throws Exception {
    RateLimitPolicy signIn = policy("sign-in", 1_000, RateLimitPolicy.Outage.CLOSED);
    RateLimitPolicy user = policy("user", 1_000, RateLimitPolicy.Outage.LOCAL);
    RateLimits limits = process();
    take(limits, signIn, HOME);
    STORE.pause(3_000);

    assertThat(take(limits, user, ME)).isInstanceOf(Ruling.Admitted.class);
    assertThat(limits.take(signIn, HOME))
        .as("known without asking")
        .isCompletedWithValueMatching(Ruling.Uncounted.class::isInstance);
    until(limits, signIn, Ruling.Admitted.class::isInstance);
  }

  private RateLimits process() {
    Cache cache = CacheModule.cache(new CacheConfig(new RedisConfig(URI.create(STORE.url()))));
    caches.add(cache);
    return LimitRedisModule.rateLimits(cache, new LimitConfig(100), clock);
  }

  /// Each thread asks both by turns until both refuse.
  private static int admittedToFiftyThreads(
      RateLimitPolicy policy, RateLimits one, RateLimits other) throws Exception {
    try (var threads = Executors.newFixedThreadPool(50)) {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        counts.add(
            threads.submit(
                () -> {
                  int admitted = 0;
                  int refusedInARow = 0;
                  for (int turn = 0; refusedInARow < 2; turn++) {
                    RateLimits next = turn % 2 == 0 ? one : other;
                    boolean passes = take(next, policy, ME) instanceof Ruling.Admitted;
                    admitted += passes ? 1 : 0;
                    refusedInARow = passes ? 0 : refusedInARow + 1;
                  }
                  return admitted;
                }));
      }
      int sum = 0;
      for (Future<Integer> count : counts) {
        sum += count.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
      return sum;
    }
  }

  private static int admitted(RateLimitPolicy policy, RateLimits limits, int tries) {
    return (int)
        IntStream.range(0, tries)
            .filter(i -> take(limits, policy, ME) instanceof Ruling.Admitted)
            .count();
  }

  private static Ruling take(RateLimits limits, RateLimitPolicy policy, LimitKey key) {
    return limits.take(policy, key).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /// Asks until the ruling is as expected; for what happens in real time, at a Redis that starts.
  private static void until(RateLimits limits, RateLimitPolicy policy, Predicate<Ruling> expected) {
    Eventually.holds(
        "the ruling of " + policy.name(),
        PATIENCE,
        () -> expected.test(take(limits, policy, HOME)));
  }

  private static RateLimitPolicy policy(String name, long requests, RateLimitPolicy.Outage outage) {
    return new RateLimitPolicy(
        name, new Quota(requests, Duration.ofMinutes(1)), RateLimitPolicy.Per.CLIENT, outage);
  }
}
