package app.oddiya.adapters.web;

import app.oddiya.domain.shared.Unavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Figures that somebody else keeps, a database or a queue: looked up together when metrics are
/// read, at most every ten seconds. While they cannot be had there are none (NaN), which is
/// neither zero nor what they were.
public final class Sampled implements MeterBinder {

  private static final Duration KEPT = Duration.ofSeconds(10);

  private final Supplier<Map<String, Double>> source;
  private final Map<String, Gauge.Builder<Supplier<Number>>> gauges = new HashMap<>();
  private Map<String, Double> latest = Map.of();
  private long lookedAt = System.nanoTime() - KEPT.toNanos();

  private Sampled(Supplier<Map<String, Double>> source) {
    this.source = source;
  }

  /// @param source may throw [Unavailable]
  public static Sampled of(Supplier<Map<String, Double>> source) {
    return new Sampled(source);
  }

  /// One of the figures.
  ///
  /// @param figure as the source calls it
  /// @param name with dots
  /// @param tags key, value, key, value..
  public Sampled gauge(String figure, String name, String description, String... tags) {
    gauges.put(
        figure, Gauge.builder(name, () -> value(figure)).description(description).tags(tags));
    return this;
  }

  private synchronized Number value(String figure) {
    if (System.nanoTime() - lookedAt >= KEPT.toNanos()) {
      try {
        latest = source.get();
      } catch (Unavailable e) {
        latest = Map.of();
      }
      lookedAt = System.nanoTime();
    }
    return latest.getOrDefault(figure, Double.NaN);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauges.values().forEach(gauge -> gauge.register(registry));
  }
}
