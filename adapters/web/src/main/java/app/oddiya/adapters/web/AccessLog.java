package app.oddiya.adapters.web;

import app.oddiya.domain.shared.Span;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line in the log and one observation in the metrics for every request, also for those that
/// Jetty refuses by itself. By its route and never by its path or query, which may hold a secret,
/// and without the client's address, which is a person's: who asked too often is known to the rate
/// limits, and what happened to one request is found by its id.
public final class AccessLog implements RequestLog {

  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

  private static final String ROUTE = AccessLog.class.getName() + ".route";
  private static final String OUTCOME = AccessLog.class.getName() + ".outcome";
  private static final String UPSTREAM = AccessLog.class.getName() + ".upstream";
  private static final String SPAN = AccessLog.class.getName() + ".span";
  private static final String REQUEST_ID = "X-Request-Id";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /// What nginx calls a client that did not wait for an answer to begin.
  private static final int CLIENT_GONE = 499;

  /// Buckets for what is read (5 ms), drafted (2 s) and given up (30 s).
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

  /// One for each that there has been, so few: routes are templates, and the table is short.
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  private record Kind(String method, String route, int status) {}

  AccessLog(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /// Says which route a request took, for handlers that answer without the kit's own.
  ///
  /// @param template never the path itself
  public static void route(Request request, String template) {
    request.setAttribute(ROUTE, template);
  }

  /// Says what a request came to.
  ///
  /// @param code `ok`, or that of the problem
  public static void outcome(Request request, String code) {
    request.setAttribute(OUTCOME, code);
  }

  /// Says which service a request was passed on to.
  public static void upstream(Request request, String service) {
    request.setAttribute(UPSTREAM, service);
  }

  /// Says which work it is; ended here, when the answer has gone.
  public static void span(Request request, Span span) {
    request.setAttribute(SPAN, span);
  }

  static void note(Exchange exchange, String route, String outcome) {
    exchange.setAttribute(ROUTE, route);
    exchange.setAttribute(OUTCOME, outcome);
  }

  @Override
  public void log(Request request, Response response) {
    String route = attribute(request, ROUTE);
    String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
    int status = status(response);
    long nanos = System.nanoTime() - request.getBeginNanoTime();
    timers
        .computeIfAbsent(new Kind(method, route, status), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
    if (request.getAttribute(SPAN) instanceof Span span) {
      end(span, route, status);
      ScopedValue.where(Span.CURRENT, span)
          .run(() -> tell(request, response, method, route, status, nanos));
    } else {
      tell(request, response, method, route, status, nanos);
    }
  }

  private static void end(Span span, String route, int status) {
    span.note("http.route", route);
    span.note("http.response.status_code", Integer.toString(status));
    if (status >= 500) {
      span.failed(Integer.toString(status));
    }
    span.close();
  }

  private static void tell(
      Request request, Response response, String method, String route, int status, long nanos) {
    LOG.atInfo()
        .addKeyValue("event", "request")
        .addKeyValue("requestId", response.getHeaders().get(REQUEST_ID))
        .addKeyValue("method", method)
        .addKeyValue("route", route)
        .addKeyValue("status", status)
        .addKeyValue("outcome", attribute(request, OUTCOME))
        .addKeyValue("upstream", attribute(request, UPSTREAM))
        .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(nanos))
        .log("request");
  }

  private Timer timer(Kind kind) {
    return Timer.builder("http.server.requests")
        .tag("method", kind.method)
        .tag("route", kind.route)
        .tag("status", Integer.toString(kind.status))
        .serviceLevelObjectives(BUCKETS)
        .register(metrics);
  }

  /// What Jetty refuses before it makes a request of it never counts as committed.
  private static int status(Response response) {
    boolean answered = response.isCommitted() || response.getStatus() >= 400;
    return answered ? response.getStatus() : CLIENT_GONE;
  }

  private static String attribute(Request request, String name) {
    return Objects.requireNonNullElse(request.getAttribute(name), "none").toString();
  }
}
