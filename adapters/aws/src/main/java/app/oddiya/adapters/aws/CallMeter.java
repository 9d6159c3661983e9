package app.oddiya.adapters.aws;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.metrics.SdkMetric;

/// Times the calls of all clients of a process, retries included, by service, operation and
/// outcome. Nothing is measured before somebody has asked for it.
final class CallMeter implements MetricPublisher {

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(25), Duration.ofMillis(250), Duration.ofSeconds(2), Duration.ofSeconds(20)
  };

  private final CompositeMeterRegistry meters = new CompositeMeterRegistry();

  void measure(MeterRegistry registry) {
    meters.add(registry);
  }

  @Override
  public void publish(MetricCollection call) {
    Timer.builder("aws.calls")
        .description("Calls to AWS with their retries")
        .tag("aws.service", first(call, CoreMetric.SERVICE_ID, "unknown"))
        .tag("operation", first(call, CoreMetric.OPERATION_NAME, "unknown"))
        .tag("outcome", first(call, CoreMetric.API_CALL_SUCCESSFUL, false) ? "ok" : "failed")
        .serviceLevelObjectives(BUCKETS)
        .register(meters)
        .record(first(call, CoreMetric.API_CALL_DURATION, Duration.ZERO));
  }

  private static <T> T first(MetricCollection call, SdkMetric<T> metric, T otherwise) {
    List<T> values = call.metricValues(metric);
    return values.isEmpty() ? otherwise : values.getFirst();
  }

  @Override
  public void close() {
    meters.close();
  }
}
