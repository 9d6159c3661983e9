package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.planning.agent.Stage;
import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.place.Area;
import app.oddiya.domain.planning.place.FoundPlaces;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.PlaceQuery;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.place.Refreshing;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Money;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Unavailable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How providers are asked: at the same time, each for as long as it is worth.
@Timeout(60)
class SurveyorTest {

  private static final Money DOLLARS =
      new Money(new BigDecimal("100"), Currency.getInstance("USD"));

  private final Town busan = Town.withPlaces();
  private final PlanRequest wish = new Wishes().budget(DOLLARS).build();

  @Test
  void everybodyIsAskedAtTheSameTime() {
    PlanRequest both =
        new Wishes()
            .budget(DOLLARS)
            .mustVisit(new MustVisit.Called("museum-1"), new MustVisit.Called("museum-2"))
            .build();
    var asked = new CountDownLatch(5);
    Runnable untilAllAre = () -> await(asked);
    var surveyor =
        surveyor(
            new Watched(
                busan.places,
                call -> {
                  if (!call.equals("area")) {
                    asked.countDown();
                    untilAllAre.run();
                  }
                }),
            (_, _, _) -> {
              asked.countDown();
              untilAllAre.run();
              return Map.of();
            },
            (_, _, _) -> {
              asked.countDown();
              untilAllAre.run();
              return Optional.empty();
            });

    assertThat(survey(surveyor, both, in(30))).isInstanceOf(Surveyor.Outcome.Surveyed.class);
  }

  @Test
  void whoWaitsHearsOfItBeforeAnybodyHasAnswered() {
    var heard = new CountDownLatch(1);
    List<DraftEvent> events = new ArrayList<>();
    var surveyor =
        surveyor(
            new Watched(busan.places, _ -> await(heard)),
            busan.weather,
            (_, _, _) -> {
              await(heard);
              return Optional.empty();
            });

    surveyor.survey(
        wish,
        List.of(),
        event -> {
          events.add(event);
          heard.countDown();
        },
        in(30));

    assertThat(events).first().isEqualTo(new DraftEvent.StageReached(Stage.COLLECTING, 0));
    assertThat(events)
        .last()
        .isInstanceOfSatisfying(
            DraftEvent.StageReached.class,
            last -> {
              assertThat(last.stage()).isEqualTo(Stage.COLLECTING);
              assertThat(last.count()).isPositive();
            });
  }

  @Test
  void placesGetMostOfTheTimeAndTheRestALittle() {
    assertBudgets(in(30), Duration.ofSeconds(10), Duration.ofSeconds(3));
    assertBudgets(in(2), Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  private void assertBudgets(Deadline deadline, Duration forPlaces, Duration forTheRest) {
    var places = new Watched(busan.places, _ -> {});
    var sky = new AtomicReference<Deadline>();
    var money = new AtomicReference<Deadline>();
    var surveyor =
        surveyor(
            places,
            (_, _, until) -> {
              sky.set(until);
              return Map.of();
            },
            (_, _, until) -> {
              money.set(until);
              return Optional.empty();
            });

    survey(surveyor, wish, deadline);

    assertThat(places.deadlines)
        .isNotEmpty()
        .containsOnly(new Deadline(busan.clock.instant().plus(forPlaces)));
    assertThat(sky).hasValue(new Deadline(busan.clock.instant().plus(forTheRest)));
    assertThat(money).hasValue(new Deadline(busan.clock.instant().plus(forTheRest)));
  }

  @Test
  void whoLeavesTakesEverybodyAlong() throws InterruptedException {
    var asked = new CountDownLatch(2);
    var ended = new CountDownLatch(2);
    Runnable forEver =
        () -> {
          asked.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException interrupted) {
            ended.countDown();
            throw new Unavailable("somebody", interrupted);
          }
        };
    var surveyor =
        surveyor(
            new Watched(
                busan.places,
                call -> {
                  if (call.equals("in")) {
                    forEver.run();
                  }
                }),
            (_, _, _) -> {
              forEver.run();
              return Map.of();
            },
            busan.rates);
    var failure = new AtomicReference<Throwable>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    survey(surveyor, wish, in(30));
                  } catch (Unavailable left) {
                    failure.set(left);
                  }
                });

    await(asked);
    caller.interrupt();
    caller.join();

    assertThat(ended.getCount()).isZero();
    assertThat(failure.get()).isInstanceOf(Unavailable.class);
  }

  @Test
  void aWishThatCannotBeIsRefusedWhateverTheRatesTake() {
    var interrupted = new CountDownLatch(1);
    var surveyor =
        surveyor(
            busan.places,
            busan.weather,
            (_, _, _) -> {
              try {
                new CountDownLatch(1).await();
                return Optional.empty();
              } catch (InterruptedException leaving) {
                interrupted.countDown();
                throw new Unavailable("rates", leaving);
              }
            });
    PlanRequest nowhere =
        new Wishes().budget(DOLLARS).destination(new Destination.Named("Atlantis")).build();

    assertThat(survey(surveyor, nowhere, in(30))).isInstanceOf(Surveyor.Outcome.Refused.class);
    assertThat(interrupted.getCount()).isZero();
  }

  @Test
  void placesThatCannotBeAskedForEndItForAll() {
    var surveyor =
        surveyor(
            new Watched(
                busan.places,
                call -> {
                  if (call.equals("in")) {
                    throw new Unavailable("places", new IllegalStateException("down"));
                  }
                }),
            busan.weather,
            busan.rates);

    assertThatThrownBy(() -> survey(surveyor, wish, in(30)))
        .isInstanceOf(Unavailable.class)
        .hasMessage("places is unavailable");
  }

  private Surveyor surveyor(Places places, Weather weather, ExchangeRates rates) {
    return new Surveyor(places, weather, rates, busan.clock);
  }

  private static Surveyor.Outcome survey(Surveyor surveyor, PlanRequest wish, Deadline deadline) {
    return surveyor.survey(wish, List.of(), _ -> {}, deadline);
  }

  private Deadline in(int seconds) {
    return Deadline.in(Duration.ofSeconds(seconds), busan.clock);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
      throw new Unavailable("test", leaving);
    }
  }

  /// Places that tell of every call before they answer it.
  private static final class Watched implements Places {

    private final Places places;
    private final Consumer<String> watcher;
    private final List<Deadline> deadlines = Collections.synchronizedList(new ArrayList<>());

    Watched(Places places, Consumer<String> watcher) {
      this.places = places;
      this.watcher = watcher;
    }

    private void tell(String call, Deadline deadline) {
      deadlines.add(deadline);
      watcher.accept(call);
    }

    @Override
    public Optional<Area> area(String name, Deadline deadline) {
      tell("area", deadline);
      return places.area(name, deadline);
    }

    @Override
    public List<Place> in(Area area, Deadline deadline) {
      tell("in", deadline);
      return places.in(area, deadline);
    }

    @Override
    public Optional<Place> find(PlaceId id, Deadline deadline) {
      tell("find", deadline);
      return places.find(id, deadline);
    }

    @Override
    public Refreshing refresh(Place held, Deadline deadline) {
      tell("refresh", deadline);
      return places.refresh(held, deadline);
    }

    @Override
    public List<String> areasSpelledLike(String name, Deadline deadline) {
      tell("areasSpelledLike", deadline);
      return places.areasSpelledLike(name, deadline);
    }

    @Override
    public List<String> placesSpelledLike(String text, Deadline deadline) {
      tell("placesSpelledLike", deadline);
      return places.placesSpelledLike(text, deadline);
    }

    @Override
    public List<Place> named(String text, Deadline deadline) {
      tell("named", deadline);
      return places.named(text, deadline);
    }

    @Override
    public FoundPlaces search(PlaceQuery query, Page.Request page, Deadline deadline) {
      tell("search", deadline);
      return places.search(query, page, deadline);
    }
  }
}
