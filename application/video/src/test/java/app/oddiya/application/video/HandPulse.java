package app.oddiya.application.video;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A pulse that beats when the test says so.
final class HandPulse implements Pulse {

  private final List<Runnable> beats = new CopyOnWriteArrayList<>();

  @Override
  public Beating every(Duration interval, Runnable beat) {
    beats.add(beat);
    return () -> beats.remove(beat);
  }

  void beat() {
    beats.forEach(Runnable::run);
  }

  boolean isStill() {
    return beats.isEmpty();
  }
}
