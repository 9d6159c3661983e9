package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.agent.ChoiceCache;
import app.oddiya.domain.planning.agent.ChoiceCache.Found;
import app.oddiya.domain.planning.agent.ChoiceCache.Turn;
import app.oddiya.domain.planning.agent.Choices;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every [ChoiceCache] does.
@Timeout(120)
public interface ChoiceCacheContract {

  PlanRequest WISH = Trips.wish();

  Choices CHOICES =
      new Choices(
          Map.of(
              new PlaceId("catalogue", "busan-gamcheon-culture-village"),
              new Choices.Choice(90, OptionalInt.of(75), Optional.of("골목을 걸어요 🌊\n\"천천히\"")),
              new PlaceId("kakao", "8137042"),
              new Choices.Choice(0, OptionalInt.empty(), Optional.empty())));

  /// Without choices, the same ones throughout a test.
  ChoiceCache cache();

  /// The clock of [#cache], by which deadlines are measured and choices grow old.
  SettableClock clock();

  @Test
  default void aWishThatNobodyHadIsOnesOwnTurn() {
    assertThat(cache().find(WISH, Deadlines.ample())).isInstanceOf(Found.Yours.class);
  }

  @Test
  default void whatWasChosenIsKnown() {
    cache().keep(turn(WISH), CHOICES);

    assertThat(cache().find(WISH, Deadlines.ample())).isEqualTo(new Found.Known(CHOICES));
  }

  @Test
  default void thatNothingWasChosenIsKnownAsWell() {
    cache().keep(turn(WISH), Choices.NONE);

    assertThat(cache().find(WISH, Deadlines.ample())).isEqualTo(new Found.Known(Choices.NONE));
  }

  @Test
  default void aWishIsTheSameHoweverItIsSpelled() {
    cache().keep(turn(WISH), CHOICES);
    PlanRequest spelled =
        Trips.wish(new Destination.Named("  BUSAN "), WISH.start(), WISH.dates().size());

    assertThat(cache().find(spelled, Deadlines.ample())).isEqualTo(new Found.Known(CHOICES));
  }

  @Test
  default void anotherWishIsAnother() {
    cache().keep(turn(WISH), CHOICES);

    assertThat(cache().find(Trips.detailedWish(), Deadlines.ample()))
        .isInstanceOf(Found.Yours.class);
    assertThat(
            cache()
                .find(WISH.on(WISH.start().plusDays(7), WISH.end().plusDays(7)), Deadlines.ample()))
        .isInstanceOf(Found.Yours.class);
  }

  @Test
  default void afterAnHourItIsForgotten() {
    cache().keep(turn(WISH), CHOICES);

    clock().advance(ChoiceCache.KEPT.minusSeconds(1));
    assertThat(cache().find(WISH, Deadlines.ample())).isEqualTo(new Found.Known(CHOICES));
    clock().advance(Duration.ofSeconds(1));
    assertThat(cache().find(WISH, Deadlines.ample())).isInstanceOf(Found.Yours.class);
  }

  @Test
  default void ofManyAtOnceOneChoosesAndTheOthersHearOfIt() {
    var turns = new AtomicInteger();

    List<Choices> chosen =
        Together.run(
            10,
            () ->
                switch (cache().find(WISH, Deadlines.ample())) {
                  case Found.Known(var choices) -> choices;
                  case Found.Yours(var turn) -> {
                    turns.incrementAndGet();
                    cache().keep(turn, CHOICES);
                    yield CHOICES;
                  }
                });

    assertThat(chosen).hasSize(10).containsOnly(CHOICES);
    assertThat(turns).hasValue(1);
  }

  @Test
  default void whoWaitsHearsWhatTheOtherChose() {
    Turn first = turn(WISH);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          CompletableFuture.supplyAsync(() -> cache().find(WISH, Deadlines.ample()), threads);

      cache().keep(first, CHOICES);

      assertThat(waiting.join()).isEqualTo(new Found.Known(CHOICES));
    }
  }

  @Test
  default void aTurnThatWasGivenUpIsTheNextOnes() {
    Turn first = turn(WISH);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          CompletableFuture.supplyAsync(() -> cache().find(WISH, Deadlines.ample()), threads);

      cache().giveUp(first);

      assertThat(waiting.join()).isInstanceOf(Found.Yours.class);
    }
  }

  @Test
  default void aTurnThatNobodyEndsIsOverWithItsDeadline() {
    cache().find(WISH, Deadline.in(Duration.ofMillis(200), clock()));

    assertThat(cache().find(WISH, Deadlines.ample())).isInstanceOf(Found.Yours.class);
  }

  @Test
  default void nobodyWaitsUntilItIsTooLateToChoose() {
    turn(WISH);

    assertThat(cache().find(WISH, Deadline.in(Duration.ofMillis(200), clock())))
        .isInstanceOf(Found.Yours.class);
  }

  @Test
  default void nobodyEndsTheTurnOfAnother() {
    Turn first = turn(WISH);
    Turn second =
        ((Found.Yours) cache().find(WISH, Deadline.in(Duration.ofMillis(200), clock()))).turn();
    cache().giveUp(second);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          CompletableFuture.supplyAsync(() -> cache().find(WISH, Deadlines.ample()), threads);

      cache().keep(first, CHOICES);

      assertThat(waiting.join()).isEqualTo(new Found.Known(CHOICES));
    }
  }

  @Test
  default void whoWasOvertakenIsStillHeard() {
    Turn first = turn(WISH);
    cache().find(WISH, Deadline.in(Duration.ofMillis(200), clock()));

    cache().keep(first, CHOICES);

    assertThat(cache().find(WISH, Deadlines.ample())).isEqualTo(new Found.Known(CHOICES));
  }

  @Test
  default void whoIsInterruptedDoesNotWait() {
    turn(WISH);

    Thread.currentThread().interrupt();

    assertThat(cache().find(WISH, Deadlines.ample())).isInstanceOf(Found.Yours.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private Turn turn(PlanRequest wish) {
    return ((Found.Yours) cache().find(wish, Deadlines.ample())).turn();
  }
}
