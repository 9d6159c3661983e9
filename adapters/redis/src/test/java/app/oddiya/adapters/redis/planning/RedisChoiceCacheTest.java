package app.oddiya.adapters.redis.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.stores.junit.StoppableRedisExtension;
import app.oddiya.domain.planning.agent.ChoiceCache;
import app.oddiya.domain.planning.agent.ChoiceCache.Found;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.testkit.contract.ChoiceCacheContract;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisChoiceCacheTest implements ChoiceCacheContract {

  @RegisterExtension static final StoppableRedisExtension STORE = new StoppableRedisExtension();

  private static final Deadline LATER = new Deadline(Instant.parse("2100-01-01T00:00:00Z"));

  private final SettableClock clock = new SettableClock();
  private final Caches caches = new Caches();
  private Shelf shelf;
  private ChoiceCache cache;

  /// Only now the store runs.
  @BeforeEach
  void connect() {
    shelf = caches.shelf(STORE.url());
    cache = new RedisChoiceCache(shelf, clock);
  }

  @AfterEach
  void close() {
    caches.close();
  }

  @Override
  public ChoiceCache cache() {
    return cache;
  }

  @Override
  public SettableClock clock() {
    return clock;
  }

  @Test
  void ofManyInTwoProcessesOneChooses() {
    ChoiceCache other = new RedisChoiceCache(caches.shelf(STORE.url()), clock);
    var turns = new AtomicInteger();
    var asked = new AtomicInteger();

    List<Found> found =
        Together.run(
            10,
            () -> {
              ChoiceCache mine = asked.getAndIncrement() % 2 == 0 ? cache : other;
              Found it = mine.find(WISH, LATER);
              if (it instanceof Found.Yours(var turn)) {
                turns.incrementAndGet();
                mine.keep(turn, CHOICES);
              }
              return it;
            });

    assertThat(turns).hasValue(1);
    assertThat(found).filteredOn(new Found.Known(CHOICES)::equals).hasSize(9);
  }

  @Test
  void withoutRedisItIsEverybodysTurnAtOnce() {
    STORE.stop();

    for (int i = 0; i < 3; i++) {
      var turn = ((Found.Yours) cache.find(WISH, LATER)).turn();
      cache.keep(turn, CHOICES);
      cache.giveUp(turn);
    }
  }

  @Test
  void whatCannotBeReadIsOnesOwnTurn() {
    var turn = ((Found.Yours) cache.find(WISH, LATER)).turn();
    cache.keep(turn, CHOICES);
    String key = keys().getFirst();
    shelf
        .cache()
        .ask(
            connection ->
                connection.async().hset(key, "choices", "{]".getBytes(StandardCharsets.UTF_8)))
        .join();

    assertThat(cache.find(WISH, LATER)).isInstanceOf(Found.Yours.class);
  }

  @Test
  void aKeySaysNothingOfTheWishAndLivesForAnHour() {
    var turn = ((Found.Yours) cache.find(Trips.detailedWish(), LATER)).turn();
    assertThat(keys()).singleElement().asString().matches("choices:v1:\\{[A-Za-z0-9_-]{43}}:turn");

    cache.keep(turn, CHOICES);

    assertThat(keys()).singleElement().asString().matches("choices:v1:\\{[A-Za-z0-9_-]{43}}");
    Long left = shelf.cache().ask(connection -> connection.async().ttl(keys().getFirst())).join();
    assertThat(left).isBetween(1L, 3_600L);
  }

  private List<String> keys() {
    return shelf.cache().ask(connection -> connection.async().keys("*")).join();
  }
}
