package app.oddiya.apps.videoworker;

import app.oddiya.adapters.web.BackgroundLoop;
import app.oddiya.application.video.RelayOutbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;

/// The loops that empty the outbox, one a topic. They run from the start.
public final class Relays implements AutoCloseable, MeterBinder {

  /// When nobody says that something has been written.
  private static final Duration POLL = Duration.ofSeconds(1);

  private static final Duration STOP = Duration.ofSeconds(10);

  private final List<BackgroundLoop> loops;

  Relays(RelayOutbox render, RelayOutbox announce) {
    loops = List.of(start("relay-render", render), start("relay-announce", announce));
  }

  private static BackgroundLoop start(String name, RelayOutbox relay) {
    return BackgroundLoop.start(name, STOP, () -> relay.relay() ? Duration.ZERO : POLL);
  }

  /// Something lies in the outbox.
  void wake() {
    loops.forEach(BackgroundLoop::wake);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    loops.forEach(loop -> loop.bindTo(registry));
  }

  @Override
  public void close() {
    loops.forEach(BackgroundLoop::close);
  }
}
