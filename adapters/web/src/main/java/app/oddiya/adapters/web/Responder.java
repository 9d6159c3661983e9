package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.InvalidFields;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Unavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Has the work of a request done and sends what comes of it: the reply, or a problem.
final class Responder {

  private static final Logger LOG = LoggerFactory.getLogger(Responder.class);

  private static final String OK = "ok";
  private static final String CLIENT_GONE = "client_gone";

  private final Exchange exchange;
  private final Optional<Route> route;

  private Responder(Exchange exchange, Optional<Route> route) {
    this.exchange = exchange;
    this.route = route;
  }

  /// @param route the one that was asked for; empty if there is none
  static void answer(Exchange exchange, Optional<Route> route, Supplier<Answer> work) {
    Responder responder = new Responder(exchange, route);
    MDC.put("requestId", exchange.trace().requestId());
    String outcome = CLIENT_GONE;
    try {
      outcome = responder.answer(work);
    } catch (IOException e) {
      // It cannot be told to anybody, and the log says it by the outcome.
      LOG.atDebug().setCause(e).log("client gone");
    } finally {
      AccessLog.note(exchange, route.map(any -> any.path().text()).orElse("none"), outcome);
      MDC.remove("requestId");
    }
  }

  private String answer(Supplier<Answer> work) throws IOException {
    try {
      return send(work.get());
    } catch (RuntimeException | Error e) {
      return send(problem(e));
    }
  }

  private static Problem problem(Throwable thrown) {
    return switch (thrown) {
      case Refusal refusal -> refusal.problem();
      case InvalidFields invalid -> Problem.invalid(invalid.errors());
      case AccountDeleted _ -> Problem.accountDeleted();
      case Unavailable outage -> {
        LOG.atWarn()
            .addKeyValue("event", "dependency_unavailable")
            .setCause(outage)
            .log(outage.getMessage());
        yield Problem.unavailable(outage.retryAfter());
      }
      default -> {
        // The stack goes into the log and nothing of it to the client.
        LOG.atError().addKeyValue("event", "bug").setCause(thrown).log("unexpected exception");
        yield Problem.of(500, "internal_error", "Internal error", "Something went wrong here.");
      }
    };
  }

  private String send(Answer answer) throws IOException {
    return switch (answer) {
      case Problem problem -> refuse(problem);
      case Reply reply -> reply(reply);
    };
  }

  private String refuse(Problem problem) throws IOException {
    Optional<Route.RefusalForm> form =
        route
            .flatMap(Route::refusalForm)
            .filter(any -> problem.status() == 400 || problem.status() == 401);
    if (form.isPresent()) {
      Reply reply = form.get().form().apply(problem);
      byte[] json = Wire.write(form.get().shape(), body(reply));
      reply.headers().forEach(exchange::setHeader);
      exchange.send(reply.status(), RouteBuilder.JSON, json);
    } else {
      byte[] document = document(problem);
      problem.headers().forEach(exchange::setHeader);
      exchange.send(problem.status(), ProblemDocument.MEDIA_TYPE, document);
    }
    return problem.code();
  }

  private static Object body(Reply reply) {
    if (reply.content() instanceof Reply.Content.Body(Object value)) {
      return value;
    }
    throw new IllegalStateException("a refusal has a body");
  }

  private byte[] document(Problem problem) {
    return ProblemDocument.write(problem, exchange.path(), exchange.trace().requestId());
  }

  private String reply(Reply reply) throws IOException {
    switch (reply.content()) {
      case Reply.Content.Nothing() -> {
        declared(reply, outcome -> outcome.mediaType().isEmpty());
        reply.headers().forEach(exchange::setHeader);
        exchange.sendNothing(reply.status());
      }
      case Reply.Content.Body(Object value) -> {
        Route.Outcome outcome = declared(reply, any -> any.shape().isPresent());
        byte[] json = Wire.write(outcome.shape().orElseThrow(), value);
        reply.headers().forEach(exchange::setHeader);
        exchange.send(reply.status(), RouteBuilder.JSON, json);
      }
      case Reply.Content.Written(ByteBuffer json) -> {
        declared(reply, any -> any.shape().isPresent());
        byte[] bytes = new byte[json.remaining()];
        json.duplicate().get(bytes);
        reply.headers().forEach(exchange::setHeader);
        exchange.send(reply.status(), RouteBuilder.JSON, bytes);
      }
      case Reply.Content.Document(String mediaType, String text) -> {
        declared(reply, outcome -> outcome.mediaType().equals(Optional.of(mediaType)));
        reply.headers().forEach(exchange::setHeader);
        exchange.send(
            reply.status(), mediaType + ";charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
      }
      case Reply.Content.Events(EventSource source) -> {
        return stream(source, declared(reply, outcome -> !outcome.events().isEmpty()));
      }
      case Reply.Content.Bytes(String mediaType, ByteSource source) -> {
        try (source) {
          declared(reply, outcome -> outcome.mediaType().equals(Optional.of(mediaType)));
          reply.headers().forEach(exchange::setHeader);
          return pour(source, exchange.openStream(reply.status(), mediaType));
        }
      }
    }
    return OK;
  }

  /// What the route says of this answer. An answer of which it says nothing is a bug: the document
  /// would not be true.
  private Route.Outcome declared(Reply reply, Predicate<Route.Outcome> kind) {
    return route.orElseThrow().replies().stream()
        .filter(outcome -> outcome.status() == reply.status())
        .filter(kind)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    // Not the reply itself: it may hold a token, and this goes into the log.
                    route.orElseThrow().asText() + " does not declare such a " + reply.status()));
  }

  private String stream(EventSource source, Route.Outcome declared) throws IOException {
    exchange.setHeader("Cache-Control", "no-store");
    // Asks proxies of nginx's kind not to collect the events.
    exchange.setHeader("X-Accel-Buffering", "no");
    try {
      return EventStream.run(
          exchange.openStream(200, RouteBuilder.EVENTS),
          declared.events(),
          events -> tell(source, events));
    } catch (InterruptedException e) {
      return CLIENT_GONE;
    }
  }

  /// Sends the bytes; nothing at all for HEAD, to which Jetty would let them be written in vain.
  private String pour(ByteSource source, OutputStream client) throws IOException {
    if (exchange.method().equals("HEAD")) {
      return OK;
    }
    try (var out = new ClientStream(client)) {
      return pour(source, out);
    }
  }

  private String pour(ByteSource source, ClientStream out) throws IOException {
    try {
      source.writeTo(out);
      return OK;
    } catch (IOException | RuntimeException | Error e) {
      exchange.cut();
      if (out.isClientGone()) {
        return CLIENT_GONE;
      }
      Throwable cause = e instanceof IOException ? new Unavailable("source of a stream", e) : e;
      return problem(cause).code();
    }
  }

  private String tell(EventSource source, EventStream events) throws InterruptedException {
    try {
      source.run(events);
      return OK;
    } catch (RuntimeException | Error e) {
      if (Thread.currentThread().isInterrupted()) {
        // Whatever it threw, it threw because nobody listens any more.
        throw new InterruptedException("the client has left");
      }
      Problem problem = problem(e);
      events.fail(document(problem));
      return problem.code();
    }
  }
}
