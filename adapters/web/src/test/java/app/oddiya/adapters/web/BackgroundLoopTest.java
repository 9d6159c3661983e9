package app.oddiya.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.Unavailable;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundLoopTest {

  private static final Duration FOR_EVER = Duration.ofDays(1);
  private static final Duration STOP = Duration.ofSeconds(10);

  private final BlockingQueue<Integer> rounds = new LinkedBlockingQueue<>();
  private final AtomicInteger count = new AtomicInteger();

  @Test
  void itRunsAgainWhenItIsWoken() throws InterruptedException {
    try (var loop = BackgroundLoop.start("test", STOP, () -> noted(FOR_EVER))) {
      assertThat(next()).isEqualTo(1);
      assertThat(rounds.poll()).isNull();

      loop.wake();

      assertThat(next()).isEqualTo(2);
    }
  }

  @Test
  void itRunsAgainAfterItsRest() throws InterruptedException {
    try (var _ = BackgroundLoop.start("test", STOP, () -> noted(Duration.ofMillis(1)))) {
      assertThat(next()).isEqualTo(1);
      assertThat(next()).isEqualTo(2);
    }
  }

  @Test
  void wakingDuringARoundMeansAnotherOne() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var woken = new CountDownLatch(1);
    BackgroundLoop.Round round =
        () -> {
          begun.countDown();
          assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
          return noted(FOR_EVER);
        };
    try (var loop = BackgroundLoop.start("test", STOP, round)) {
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      loop.wake();
      woken.countDown();

      assertThat(next()).isEqualTo(1);
      assertThat(next()).isEqualTo(2);
    }
  }

  @Test
  void aFailedRoundIsNotTheLast() throws InterruptedException {
    BackgroundLoop.Round round =
        () -> {
          Duration rest = noted(FOR_EVER);
          if (count.get() == 1) {
            throw new Unavailable("something", new TimeoutException());
          }
          if (count.get() == 2) {
            throw new IllegalStateException("a bug");
          }
          return rest;
        };
    try (var loop = BackgroundLoop.start("test", STOP, round)) {
      assertThat(next()).isEqualTo(1);
      loop.wake();
      assertThat(next()).isEqualTo(2);
      loop.wake();
      assertThat(next()).isEqualTo(3);
    }
  }

  @Test
  void closingInterruptsTheRoundAndWaitsForItsEnd() throws InterruptedException {
    var ended = new CountDownLatch(1);
    BackgroundLoop.Round round =
        () -> {
          noted(FOR_EVER);
          try {
            new CountDownLatch(1).await();
          } finally {
            ended.countDown();
          }
          return FOR_EVER;
        };
    BackgroundLoop loop = BackgroundLoop.start("test", STOP, round);
    next();

    loop.close();

    assertThat(ended.getCount()).isZero();
    assertThat(rounds.poll()).isNull();
  }

  private Duration noted(Duration rest) {
    rounds.add(count.incrementAndGet());
    return rest;
  }

  private int next() throws InterruptedException {
    Integer round = rounds.poll(10, TimeUnit.SECONDS);
    assertThat(round).isNotNull();
    return round;
  }
}
