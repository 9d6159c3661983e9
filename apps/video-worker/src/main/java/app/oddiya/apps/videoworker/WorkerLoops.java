package app.oddiya.apps.videoworker;

import app.oddiya.adapters.web.BackgroundLoop;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;

/// All that the worker does by itself. Renders one film at a time: the renderer uses every core,
/// and a second film beside the first would only make both late.
public final class WorkerLoops implements AutoCloseable, MeterBinder {

  /// A renderer that is interrupted ends at once; giving the job back takes a statement. A spot
  /// node that is taken away gives 120 s.
  private static final Duration STOP = Duration.ofSeconds(60);

  private final Relays relays;
  private final BackgroundLoop sweeper;
  private final BackgroundLoop renderer;
  private final RenderRound films;

  WorkerLoops(Relays relays, SweepRound sweep, RenderRound render) {
    this.relays = relays;
    this.films = render;
    this.sweeper = BackgroundLoop.start("sweeper", STOP, sweep);
    this.renderer = BackgroundLoop.start("renderer", STOP, render);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    relays.bindTo(registry);
    sweeper.bindTo(registry);
    renderer.bindTo(registry);
    films.bindTo(registry);
  }

  /// The renderer first: what it gives back is still sent on to another worker by the relay.
  @Override
  public void close() {
    renderer.close();
    sweeper.close();
    relays.close();
  }
}
