package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.InvalidFields;
import app.oddiya.adapters.web.json.Shape;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.shared.Unavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Sends answers, and turns what was thrown into one. Every request leaves one line in the log and
/// one in the metrics, by its route and never by its path, which may hold a secret.
final class Desk {

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

  Desk(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /// Answers a request for a route.
  void answer(Exchange exchange, Route route, Supplier<Answer> work) {
    answer(exchange, Optional.of(route), work);
  }

  /// Answers a request for no route.
  void answer(Exchange exchange, Supplier<Answer> work) {
    answer(exchange, Optional.empty(), work);
  }

  private void answer(Exchange exchange, Optional<Route> route, Supplier<Answer> work) {
    MDC.put("requestId", exchange.trace().requestId());
    Outcome outcome = new Outcome(500, "broken");
    try {
      outcome = send(exchange, route, attempt(work));
    } catch (IOException e) {
      outcome = new Outcome(499, "client_gone");
    } finally {
      record(exchange, route, outcome);
      MDC.remove("requestId");
    }
  }

  private record Outcome(int status, String code) {}

  private static Answer attempt(Supplier<Answer> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      return problem(e);
    }
  }

  private static Problem problem(RuntimeException thrown) {
    return switch (thrown) {
      case Refusal refusal -> refusal.problem();
      case InvalidFields invalid -> Problem.invalid(invalid.errors());
      case Unavailable unavailable -> {
        LOG.atWarn()
            .addKeyValue("event", "dependency_unavailable")
            .setCause(unavailable)
            .log(unavailable.getMessage());
        yield Problem.unavailable(unavailable.retryAfter());
      }
      default -> {
        LOG.atError().addKeyValue("event", "bug").setCause(thrown).log("unexpected exception");
        yield Problem.of(500, "internal_error", "Internal error", "Something went wrong here.");
      }
    };
  }

  private Outcome send(Exchange exchange, Optional<Route> route, Answer answer) throws IOException {
    return switch (answer) {
      case Problem problem -> refuse(exchange, route, problem);
      case Reply reply -> {
        reply.headers().forEach(exchange::setHeader);
        yield reply(exchange, route.orElseThrow(), reply);
      }
    };
  }

  private static Outcome refuse(Exchange exchange, Optional<Route> route, Problem problem)
      throws IOException {
    problem.headers().forEach(exchange::setHeader);
    Optional<Route.RefusalForm> form =
        route
            .flatMap(Route::refusalForm)
            .filter(any -> problem.status() == 400 || problem.status() == 401);
    if (form.isPresent()) {
      Reply reply = form.get().form().apply(problem);
      reply.headers().forEach(exchange::setHeader);
      if (reply.content() instanceof Reply.Content.Body(Object value)) {
        byte[] bytes = Wire.write(form.get().shape(), value);
        exchange.send(reply.status(), RouteBuilder.JSON, bytes);
        return new Outcome(reply.status(), problem.code());
      }
    }
    byte[] document = ProblemDocument.write(problem, exchange.path(), exchange.trace().requestId());
    exchange.send(problem.status(), ProblemDocument.MEDIA_TYPE, document);
    return new Outcome(problem.status(), problem.code());
  }

  private static Outcome reply(Exchange exchange, Route route, Reply reply) throws IOException {
    switch (reply.content()) {
      case Reply.Content.Nothing() -> exchange.sendNothing(reply.status());
      case Reply.Content.Body(Object value) -> {
        byte[] bytes = Wire.write(shape(route, reply.status()), value);
        exchange.send(reply.status(), RouteBuilder.JSON, bytes);
      }
      case Reply.Content.Document(String mediaType, String text) ->
          exchange.send(
              reply.status(), mediaType + ";charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
      case Reply.Content.Events(EventSource source) -> {
        return stream(exchange, source);
      }
    }
    return new Outcome(reply.status(), "ok");
  }

  private static Shape<?> shape(Route route, int status) {
    return route.replies().stream()
        .filter(outcome -> outcome.status() == status)
        .flatMap(outcome -> outcome.shape().stream())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException(route.asText() + " does not declare " + status));
  }

  private static Outcome stream(Exchange exchange, EventSource source) throws IOException {
    exchange.setHeader("Cache-Control", "no-store");
    // Asks proxies of nginx's kind not to collect the events either.
    exchange.setHeader("X-Accel-Buffering", "no");
    try {
      EventStream.run(
          exchange.openStream(RouteBuilder.EVENTS),
          out -> {
            try {
              source.run(out);
            } catch (RuntimeException e) {
              Problem problem = problem(e);
              out.send(
                  "error",
                  ProblemDocument.write(problem, exchange.path(), exchange.trace().requestId()));
            }
          });
      return new Outcome(200, "ok");
    } catch (InterruptedException e) {
      return new Outcome(200, "client_gone");
    }
  }

  private void record(Exchange exchange, Optional<Route> route, Outcome outcome) {
    String path = route.map(known -> known.path().text()).orElse("none");
    String status = Integer.toString(outcome.status);
    String method = route.map(Route::method).orElse("other");
    Timer.builder("http.server.requests")
        .tag("method", method)
        .tag("route", path)
        .tag("status", status)
        .serviceLevelObjectives(BUCKETS)
        .register(metrics)
        .record(exchange.nanos(), TimeUnit.NANOSECONDS);
    LOG.atInfo()
        .addKeyValue("event", "request")
        .addKeyValue("method", exchange.method())
        .addKeyValue("route", path)
        .addKeyValue("status", outcome.status)
        .addKeyValue("outcome", outcome.code)
        .addKeyValue("millis", exchange.nanos() / 1_000_000)
        .log("request");
  }
}
