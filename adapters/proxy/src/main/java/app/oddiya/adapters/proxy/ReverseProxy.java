package app.oddiya.adapters.proxy;

import app.oddiya.adapters.web.AccessLog;
import app.oddiya.adapters.web.JettyProblems;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Trace;
import app.oddiya.adapters.web.token.AccessTokens;
import app.oddiya.domain.shared.Unavailable;
import java.util.Optional;
import java.util.Set;
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
/// What it refuses, in this order: methods nobody knows (501), paths and headers that can be read
/// in two ways (400), requests without a good access token (401) for any path that is not open to
/// everybody, whether it leads somewhere or not; bodies beyond the route's limit (413), at once if
/// their length is announced, else when they get there.
public final class ReverseProxy extends Handler.Wrapper {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY");

  private static final String BEARER = "Bearer ";

  private final ProxyRoutes routes;
  private final AccessTokens tokens;
  private final TrustedProxies proxies;
  private final Forwarding forwarding = new Forwarding();

  /// A proxy for a table of routes.
  ///
  /// @param tokens verifies access tokens; each service does so again
  /// @param proxies by which a client's address is known
  public ReverseProxy(ProxyRoutes routes, AccessTokens tokens, TrustedProxies proxies) {
    this.routes = routes;
    this.tokens = tokens;
    this.proxies = proxies;
  }

  @Override
  protected void doStart() throws Exception {
    forwarding.setServer(getServer());
    addBean(forwarding);
    super.doStart();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return switch (judge(request)) {
      case Verdict.OurOwn() -> super.handle(request, response, callback);
      case Verdict.Refused(var route, var problem) -> {
        route.ifPresent(row -> AccessLog.route(request, row.pattern()));
        JettyProblems.answer(problem, request, response, callback);
        yield true;
      }
      case Verdict.Passed(var admitted) -> {
        AccessLog.route(request, admitted.route().pattern());
        AccessLog.outcome(request, "ok");
        response.getHeaders().put("X-Request-Id", admitted.requestId());
        yield forwarding.handle(admitted, response, callback);
      }
    };
  }

  private sealed interface Verdict {

    record OurOwn() implements Verdict {}

    record Refused(Optional<ProxyRoute> route, Problem problem) implements Verdict {}

    record Passed(Admitted request) implements Verdict {}
  }

  private Verdict judge(Request request) {
    String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
    HttpFields headers = request.getHeaders();
    if (!METHODS.contains(request.getMethod())) {
      return new Verdict.Refused(Optional.empty(), Refusals.methodUnknown());
    }
    if (!Target.isUnambiguous(path)) {
      return new Verdict.Refused(Optional.empty(), Refusals.pathAmbiguous());
    }
    if (RequestHeaders.areAmbiguous(headers)) {
      return new Verdict.Refused(Optional.empty(), Refusals.headerAmbiguous());
    }
    Optional<ProxyRoute> route = routes.find(path);
    ProxyRoute.Access access = route.map(ProxyRoute::access).orElse(ProxyRoute.Access.USER);
    if (access == ProxyRoute.Access.USER) {
      Optional<Problem> stranger = stranger(headers.get(HttpHeader.AUTHORIZATION));
      if (stranger.isPresent()) {
        return new Verdict.Refused(route, stranger.get());
      }
    }
    Optional<Upstream> upstream = route.flatMap(ProxyRoute::upstream);
    if (route.isEmpty() || upstream.isEmpty()) {
      return new Verdict.OurOwn();
    }
    if (request.getLength() > route.get().bodyLimit()) {
      return new Verdict.Refused(route, Refusals.bodyTooLarge(route.get().bodyLimit()));
    }
    return new Verdict.Passed(admit(request, route.get(), upstream.get()));
  }

  /// What to answer to somebody without a good access token.
  private Optional<Problem> stranger(@Nullable String authorization) {
    if (authorization == null) {
      return Optional.of(Problem.unauthorized(false));
    }
    try {
      boolean isKnown =
          authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
              && tokens.verify(authorization.substring(BEARER.length()).strip()).isPresent();
      return isKnown ? Optional.empty() : Optional.of(Problem.unauthorized(true));
    } catch (Unavailable noKeys) {
      return Optional.of(Problem.unavailable(noKeys.retryAfter()));
    }
  }

  private Admitted admit(Request request, ProxyRoute route, Upstream upstream) {
    HttpFields sent = request.getHeaders();
    Trace trace =
        Trace.of(
            Optional.ofNullable(sent.get("X-Request-Id")),
            Optional.ofNullable(sent.get("traceparent")));
    boolean withToken = route.access() == ProxyRoute.Access.USER;
    HttpFields.Mutable passed = RequestHeaders.passed(sent, withToken, trace);
    if (route.tellsAddress()) {
      passed.add(HttpHeader.X_FORWARDED_FOR, proxies.clientOf(request).getHostAddress());
    }
    return new Admitted(request, route, upstream, passed);
  }
}
