package app.oddiya.adapters.proxy;

import app.oddiya.adapters.web.AccessLog;
import app.oddiya.adapters.web.JettyProblems;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Trace;
import app.oddiya.adapters.web.limit.RateLimits;
import app.oddiya.adapters.web.token.AccessTokens;
import app.oddiya.domain.shared.Span;
import app.oddiya.domain.shared.Tracer;
import app.oddiya.domain.shared.Unavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// The gateway's door: refuses what may not pass, sends the rest to its service, and leaves to the
/// handler behind it what the gateway answers itself, the 404 for paths that lead nowhere included.
///
/// What it refuses, in this order:
///
/// 1. what [Screening] sees in the head alone: 501, 414, 431, 400;
/// 2. what is beyond its limit, per user or per address, by [Limiting]: 429;
/// 3. requests without a good access token, for any path that is not open to everybody, whether it
///    leads somewhere or not: 401;
/// 4. bodies whose announced length is beyond the route's limit: 413;
/// 5. what there is no room for, or a service that is known to be down: 503.
///
/// A body that turns out too long, too slow or broken is refused when that shows.
///
/// It runs on the thread that reads from connections and never waits on it. What may wait goes to
/// [Background]: a token that is seen for the first time, whose key may have to be fetched, and the
/// gateway's own answers.
public final class ReverseProxy extends Handler.Wrapper implements MeterBinder {

  private static final String BEARER = "Bearer ";

  private final ProxyRoutes routes;
  private final AccessTokens tokens;
  private final TrustedProxies proxies;
  private final ProxyLimits limits;
  private final Screening screening;
  private final Background background = new Background();
  private final Limiting limiting;
  private final Tracer tracer;
  private final CompositeMeterRegistry meters = new CompositeMeterRegistry();
  private @Nullable Forwarding forwarding;

  /// A proxy for a table of routes.
  ///
  /// @param tokens verifies access tokens; each service does so again
  /// @param proxies by which a client's address is known
  /// @param rateLimits counts the requests that routes limit
  /// @param tracer records the requests that go on to a service
  public ReverseProxy(
      ProxyRoutes routes,
      AccessTokens tokens,
      TrustedProxies proxies,
      ProxyLimits limits,
      RateLimits rateLimits,
      Tracer tracer) {
    this.routes = routes;
    this.tokens = tokens;
    this.proxies = proxies;
    this.limits = limits;
    this.screening = new Screening(limits);
    this.limiting = new Limiting(rateLimits, proxies, background, routes.policies(), meters);
    this.tracer = tracer;
  }

  @Override
  protected void doStart() throws Exception {
    forwarding = new Forwarding(getServer(), routes, limits, meters);
    addBean(forwarding);
    super.doStart();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    meters.add(registry);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Optional<Problem> malformed = screening.refusal(request);
    if (malformed.isPresent()) {
      JettyProblems.answer(malformed.get(), request, response, callback);
      return true;
    }
    Optional<ProxyRoute> route = routes.find(Screening.path(request));
    route.ifPresent(row -> AccessLog.route(request, row.pattern()));
    if (route.isPresent() && route.get().access() == ProxyRoute.Access.ANYONE) {
      admit(Optional.empty(), route, request, response, callback);
    } else {
      identify(route, request, response, callback);
    }
    return true;
  }

  /// Goes on if the request shows a good access token.
  private void identify(
      Optional<ProxyRoute> route, Request request, Response response, Callback callback) {
    String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (authorization == null) {
      turnAway(Problem.unauthorized(false), request, response, callback);
    } else if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      turnAway(Problem.unauthorized(true), request, response, callback);
    } else {
      String token = authorization.substring(BEARER.length()).strip();
      Optional<AccessTokens.Verified> remembered = tokens.remembered(token);
      if (remembered.isPresent()) {
        admit(remembered, route, request, response, callback);
      } else {
        background.run(
            () -> verify(token, route, request, response, callback), request, response, callback);
      }
    }
  }

  private void verify(
      String token,
      Optional<ProxyRoute> route,
      Request request,
      Response response,
      Callback callback) {
    try {
      Optional<AccessTokens.Verified> verified = tokens.verify(token);
      if (verified.isPresent()) {
        admit(verified, route, request, response, callback);
      } else {
        turnAway(Problem.unauthorized(true), request, response, callback);
      }
    } catch (Unavailable noKeys) {
      turnAway(Problem.unavailable(noKeys.retryAfter()), request, response, callback);
    }
  }

  /// Answers who has no good token. That is counted too: trying tokens costs us more than them.
  private void turnAway(Problem problem, Request request, Response response, Callback callback) {
    limiting.count(
        routes.strangerLimits(),
        Optional.empty(),
        request,
        response,
        callback,
        () -> JettyProblems.answer(problem, request, response, callback));
  }

  private void admit(
      Optional<AccessTokens.Verified> verified,
      Optional<ProxyRoute> route,
      Request request,
      Response response,
      Callback callback) {
    limiting.count(
        route.map(ProxyRoute::limits).orElse(routes.strangerLimits()),
        verified.map(AccessTokens.Verified::user),
        request,
        response,
        callback,
        () -> proceed(route, request, response, callback));
  }

  /// Nobody has anything against who asks; what is left is where it leads.
  private void proceed(
      Optional<ProxyRoute> route, Request request, Response response, Callback callback) {
    Optional<Upstream> upstream = route.flatMap(ProxyRoute::upstream);
    if (route.isEmpty() || upstream.isEmpty()) {
      background.run(() -> super.handle(request, response, callback), request, response, callback);
    } else if (request.getLength() > route.get().bodyLimit()) {
      Problem problem = Refusals.bodyTooLarge(route.get().bodyLimit());
      JettyProblems.answer(problem, request, response, callback);
    } else {
      forward(route.get(), upstream.get(), request, response, callback);
    }
  }

  private void forward(
      ProxyRoute route, Upstream upstream, Request request, Response response, Callback callback) {
    AccessLog.outcome(request, "ok");
    forwarding().forward(prepare(request, route), upstream, response, callback);
  }

  private Admitted prepare(Request request, ProxyRoute route) {
    HttpFields sent = request.getHeaders();
    Trace trace =
        Trace.of(
            Optional.ofNullable(sent.get("X-Request-Id")),
            Optional.ofNullable(sent.get("traceparent")));
    boolean isTraced = trace.traceparent().isPresent();
    Trace own = trace.at(begun(request, route, trace));
    HttpFields.Mutable passed = RequestHeaders.passed(sent, route, isTraced, own);
    if (route.tellsAddress()) {
      passed.add(HttpHeader.X_FORWARDED_FOR, proxies.clientOf(request).getHostAddress());
    }
    return new Admitted(request, route, trace.requestId(), passed);
  }

  /// A trace that is not recorded here begins here all the same: the log of every service names it.
  private Span begun(Request request, ProxyRoute route, Trace trace) {
    Span span =
        tracer.equals(Tracer.NONE)
            ? Span.passing(trace.begun().traceparent())
            : tracer.begin(
                Span.Kind.SERVER,
                () -> request.getMethod() + " " + route.pattern(),
                trace.traceparent());
    AccessLog.span(request, span);
    return span;
  }

  private Forwarding forwarding() {
    if (forwarding == null) {
      throw new IllegalStateException("not started");
    }
    return forwarding;
  }
}
