package app.oddiya.domain.testkit.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until a test moves it. Safe for concurrent use.
public final class SettableClock implements InstantSource {

  /// A Saturday morning in Seoul, for tests to which any moment is as good as another.
  public static final Instant A_MORNING = Instant.parse("2026-11-14T00:30:00Z");

  private final AtomicReference<Instant> now;

  public SettableClock() {
    this(A_MORNING);
  }

  public SettableClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  public void advance(Duration step) {
    now.updateAndGet(at -> at.plus(step));
  }

  public void set(Instant moment) {
    now.set(moment);
  }
}
