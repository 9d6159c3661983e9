package app.oddiya.adapters.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line in the log and one in the metrics for every request that the proxy refuses or sends on,
/// by its row in the table and never by its path, which may hold a secret.
public final class AccessLog {

  private static final Logger LOG = LoggerFactory.getLogger("app.oddiya.access");
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30)
  };

  private final MeterRegistry metrics;

  /// A log whose numbers go to `metrics`, beside those of the service's own routes.
  public AccessLog(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /// Writes the line when the request has been answered, or its client has gone.
  void watch(Request request, Response response, Optional<ProxyRoute> route) {
    long began = System.nanoTime();
    Request.addCompletionListener(
        request,
        failure -> record(request, response, route, System.nanoTime() - began, failure == null));
  }

  private void record(
      Request request,
      Response response,
      Optional<ProxyRoute> route,
      long nanos,
      boolean isAnswered) {
    String pattern = route.map(ProxyRoute::pattern).orElse("none");
    String upstream = route.flatMap(ProxyRoute::upstream).map(Upstream::name).orElse("none");
    // 499 is what nginx calls a client that did not wait for an answer to begin.
    int status = isAnswered || response.isCommitted() ? response.getStatus() : 499;
    Timer.builder("http.server.requests")
        .tag("method", route.isPresent() ? request.getMethod() : "other")
        .tag("route", pattern)
        .tag("status", Integer.toString(status))
        .serviceLevelObjectives(BUCKETS)
        .register(metrics)
        .record(nanos, TimeUnit.NANOSECONDS);
    LOG.atInfo()
        .addKeyValue("event", "request")
        .addKeyValue("requestId", response.getHeaders().get("X-Request-Id"))
        .addKeyValue("method", request.getMethod())
        .addKeyValue("route", pattern)
        .addKeyValue("upstream", upstream)
        .addKeyValue("status", status)
        .addKeyValue("outcome", isAnswered ? "ok" : "cut_off")
        .addKeyValue("millis", nanos / 1_000_000)
        .log("request");
  }
}
