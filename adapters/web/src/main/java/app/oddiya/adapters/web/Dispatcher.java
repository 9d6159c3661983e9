package app.oddiya.adapters.web;

import app.oddiya.adapters.http.Origin;
import app.oddiya.adapters.web.json.InvalidFields;
import app.oddiya.adapters.web.token.AccessTokens;
import app.oddiya.adapters.web.token.InternalTokens;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Span;
import app.oddiya.domain.shared.Tracer;
import app.oddiya.domain.shared.UserId;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// Takes a request to its route. Of several reasons to refuse one, the first in this order is told:
/// 401, 403, 404, 405, 406, 415, 413, 428; what is wrong with the content comes last, from the
/// handler.
final class Dispatcher {

  static final String INTERNAL_TOKEN = "Oddiya-Internal-Token";
  private static final String DEADLINE = "Oddiya-Deadline-Ms";
  private static final Set<String> KNOWN_METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY");

  private final Routes routes;
  private final AccessTokens accessTokens;
  private final InternalTokens internalTokens;
  private final BiPredicate<UserId, Deadline> deleted;
  private final Tracer tracer;
  private final InstantSource clock;

  /// @param deleted whether the account of a user is gone
  Dispatcher(
      Routes routes,
      AccessTokens accessTokens,
      InternalTokens internalTokens,
      BiPredicate<UserId, Deadline> deleted,
      Tracer tracer,
      InstantSource clock) {
    this.routes = routes;
    this.accessTokens = accessTokens;
    this.internalTokens = internalTokens;
    this.deleted = deleted;
    this.tracer = tracer;
    this.clock = clock;
  }

  /// A request whose path is that of `siblings`, which differ in their methods.
  void enter(List<Route> siblings, Context ctx) {
    Optional<Route> meant = siblings.stream().filter(route -> serves(route, ctx)).findFirst();
    Route nearest = meant.orElse(siblings.getFirst());
    Exchange exchange = new Exchange(ctx, tracer, nearest.path().text());
    ScopedValue.where(Span.CURRENT, exchange.span())
        .run(() -> answer(siblings, meant, nearest, exchange));
  }

  private void answer(
      List<Route> siblings, Optional<Route> meant, Route nearest, Exchange exchange) {
    Responder.answer(
        exchange,
        Optional.of(nearest),
        () -> {
          Caller.Proof proof = authenticate(nearest.caller(), exchange);
          Call call = call(nearest, proof, exchange);
          return ScopedValue.where(Origin.CURRENT, origin(call))
              .call(() -> serveTheLiving(siblings, meant, call, exchange));
        });
  }

  /// A request for a path without any route. Where all neighbours ask for a user, a stranger is
  /// told so first and learns nothing about what is there.
  void wander(Context ctx) {
    Exchange exchange = new Exchange(ctx, tracer, "none");
    Responder.answer(
        exchange,
        Optional.empty(),
        () -> {
          if (!KNOWN_METHODS.contains(exchange.method())) {
            throw Problem.of(501, "not_implemented", "Not implemented", "No such method.")
                .asException();
          }
          if (isAmongUsersRoutes(exchange.path())) {
            authenticate(Caller.user(), exchange);
          }
          return Problem.notFound();
        });
  }

  private static boolean serves(Route route, Context ctx) {
    String method = ctx.req().getMethod();
    // Every GET answers HEAD as well (RFC 9110 section 9.3.2); Jetty leaves the body out.
    return route.method().equals(method.equals("HEAD") ? "GET" : method);
  }

  private boolean isAmongUsersRoutes(String path) {
    Set<Caller> neighbours =
        routes.all().stream()
            .filter(route -> firstSegment(route.path().text()).equals(firstSegment(path)))
            .map(Route::caller)
            .collect(Collectors.toSet());
    return neighbours.equals(Set.of(Caller.user()));
  }

  private static String firstSegment(String path) {
    int end = path.indexOf('/', 1);
    return end < 0 ? path : path.substring(0, end);
  }

  /// A write that is refused for whatever reason is refused first for its account being deleted,
  /// which is asked only then: a write that succeeds has met the tombstone where it was written,
  /// and costs no question.
  private Answer serveTheLiving(
      List<Route> siblings, Optional<Route> meant, Call call, Exchange exchange) {
    try {
      Answer answer = serve(siblings, meant, call, exchange);
      return answer instanceof Problem problem ? judged(problem, call) : answer;
    } catch (Refusal refusal) {
      return judged(refusal.problem(), call);
    } catch (InvalidFields invalid) {
      return judged(Problem.invalid(invalid.errors()), call);
    }
  }

  private Problem judged(Problem problem, Call call) {
    boolean asksForNothing = call.route().method().equals("GET");
    return problem.status() < 500
            && call.route().caller().equals(Caller.user())
            && !asksForNothing
            && deleted.test(call.user(), call.deadline())
        ? Problem.accountDeleted()
        : problem;
  }

  private Answer serve(List<Route> siblings, Optional<Route> meant, Call call, Exchange exchange) {
    Route route = call.route();
    if (!route.path().allows(exchange.pathParameters())) {
      return Problem.notFound();
    }
    if (meant.isEmpty()) {
      return methodNotAllowed(siblings);
    }
    Optional<Refusal> bodyRefused = receive(call, exchange);
    if (route.finder().isPresent()) {
      Optional<?> found = route.finder().get().apply(call);
      if (found.isEmpty()) {
        return Problem.notFound();
      }
      call.found(found.get());
    }
    negotiate(call, exchange);
    if (bodyRefused.isPresent()) {
      throw bodyRefused.get();
    }
    if (route.needsIfMatch()) {
      call.ifMatch(ifMatch(exchange));
    }
    return route.handler().handle(call);
  }

  private Caller.Proof authenticate(Caller caller, Exchange exchange) {
    return switch (caller) {
      case Caller.Anyone() -> Caller.Proof.NONE;
      case Caller.User() -> user(exchange);
      case Caller.Internal internal -> sibling(internal, exchange);
    };
  }

  private Caller.Proof user(Exchange exchange) {
    List<String> sent = exchange.headers("Authorization");
    boolean bearer =
        sent.stream().anyMatch(header -> header.regionMatches(true, 0, "Bearer ", 0, 7));
    if (sent.size() != 1 || !bearer) {
      throw Problem.unauthorized(bearer).asException();
    }
    String token = sent.getFirst().substring("Bearer ".length()).strip();
    AccessTokens.Verified verified =
        accessTokens
            .verify(token)
            .orElseThrow(() -> Problem.unauthorized(!token.isEmpty()).asException());
    return new Caller.Proof(
        Optional.of(verified.user()),
        Optional.of(token),
        Optional.of(verified.issuedAt()),
        Optional.empty());
  }

  private Caller.Proof sibling(Caller.Internal caller, Exchange exchange) {
    List<String> sent = exchange.headers(INTERNAL_TOKEN);
    InternalTokens.Verified verified =
        Optional.of(sent)
            .filter(tokens -> tokens.size() == 1)
            .flatMap(tokens -> internalTokens.verify(tokens.getFirst()))
            .orElseThrow(() -> Problem.unauthorized(!sent.isEmpty()).asException());
    if (!caller.services().contains(verified.caller())) {
      throw Problem.of(403, "caller_not_allowed", "Forbidden", "This caller may not call this.")
          .asException();
    }
    Optional<String> service = Optional.of(verified.caller());
    if (!caller.forUser()) {
      return new Caller.Proof(verified.user(), Optional.empty(), Optional.empty(), service);
    }
    Caller.Proof user = user(exchange);
    if (!user.user().equals(verified.user())) {
      throw Problem.unauthorized(true).asException();
    }
    return new Caller.Proof(user.user(), user.accessToken(), user.issuedAt(), service);
  }

  private Call call(Route route, Caller.Proof proof, Exchange exchange) {
    return new Call(
        route,
        proof,
        exchange.trace(),
        deadline(route, exchange),
        exchange.pathParameters(),
        exchange.queryString(),
        exchange::headers);
  }

  /// The route's own budget, or what a caller says is left of its own if that is less. A stranger
  /// who sends the header can only hurry us, never hold us up.
  private Deadline deadline(Route route, Exchange exchange) {
    Deadline own = Deadline.in(route.budget(), clock);
    return exchange
        .header(DEADLINE)
        .filter(millis -> millis.matches("[0-9]{1,9}"))
        .map(millis -> own.atMost(Duration.ofMillis(Long.parseLong(millis)), clock))
        .orElse(own);
  }

  private static Origin origin(Call call) {
    return new Origin(call.actingFor(), call.accessToken(), Optional.of(call.requestId()));
  }

  private static Problem methodNotAllowed(List<Route> siblings) {
    Set<String> methods =
        siblings.stream().map(Route::method).collect(Collectors.toCollection(TreeSet::new));
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return Problem.of(405, "method_not_allowed", "Method not allowed", "Not with this method.")
        .with("Allow", String.join(", ", methods));
  }

  private static void negotiate(Call call, Exchange exchange) {
    List<String> offered =
        call.route().replies().stream()
            .flatMap(reply -> reply.mediaType().stream())
            .distinct()
            .toList();
    if (offered.isEmpty()) {
      return;
    }
    List<String> accept = exchange.headers("Accept");
    Optional<String> joined =
        accept.isEmpty() ? Optional.empty() : Optional.of(String.join(",", accept));
    call.accepted(
        MediaTypes.choose(joined, offered)
            .orElseThrow(
                () ->
                    Problem.of(
                            406,
                            "not_acceptable",
                            "Not acceptable",
                            "This is answered as " + String.join(" or ", offered) + ".")
                        .asException()));
    if (offered.size() > 1) {
      exchange.setHeader("Vary", "Accept");
    }
  }

  /// Takes the body in before anything is looked for, so that a finder may look for what the body
  /// names too.
  ///
  /// @return why it is refused, to be said once nothing else stands above that
  private static Optional<Refusal> receive(Call call, Exchange exchange) {
    try {
      if (!call.route().bodies().isEmpty()) {
        call.sent(as(call.route(), exchange), read(exchange, call.route().bodyLimit()));
      }
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal);
    }
  }

  private static Route.Body as(Route route, Exchange exchange) {
    Optional<String> contentType = exchange.header("Content-Type");
    if (contentType.isEmpty() && exchange.hasNoBody()) {
      throw Problem.malformed("body_missing", "A body is expected.").asException();
    }
    return contentType
        .flatMap(MediaTypes::inUtf8)
        .flatMap(type -> body(route, type))
        .orElseThrow(() -> unsupported(route).asException());
  }

  private static Optional<Route.Body> body(Route route, String mediaType) {
    return route.bodies().stream().filter(body -> body.mediaType().equals(mediaType)).findFirst();
  }

  private static Problem unsupported(Route route) {
    String known =
        route.bodies().stream().map(Route.Body::mediaType).collect(Collectors.joining(", "));
    Problem problem =
        Problem.of(
            415, "unsupported_media_type", "Unsupported media type", "Expected: " + known + ".");
    return route.method().equals("PATCH")
        ? problem.with("Accept-Patch", known) // RFC 5789 section 2.2
        : problem;
  }

  private static byte[] read(Exchange exchange, int limit) {
    Problem tooLarge =
        Problem.of(
            413, "body_too_large", "Content too large", "At most " + limit + " bytes are taken.");
    if (exchange.announcedLength() > limit) {
      throw tooLarge.asException();
    }
    try (InputStream in = exchange.body()) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw tooLarge.asException();
      }
      return bytes;
    } catch (IOException e) {
      // The client stopped in the middle, or what it sent is no HTTP.
      throw Problem.malformed("incomplete_body", "The body did not arrive whole.").asException();
    }
  }

  private static IfMatch ifMatch(Exchange exchange) {
    List<String> sent = exchange.headers("If-Match");
    if (sent.isEmpty()) {
      throw Problem.of(
              428,
              "precondition_required",
              "Precondition required",
              "Say in If-Match which state this change starts from.")
          .asException();
    }
    return IfMatch.parse(String.join(",", sent))
        .orElseThrow(
            () ->
                Problem.malformed("malformed_if_match", "If-Match takes entity tags or *.")
                    .asException());
  }
}
