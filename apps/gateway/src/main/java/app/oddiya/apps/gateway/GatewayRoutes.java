package app.oddiya.apps.gateway;

import app.oddiya.adapters.proxy.ProxyRoute;
import app.oddiya.adapters.proxy.ProxyRoutes;
import app.oddiya.adapters.proxy.Upstream;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import java.time.Duration;

/// What may be asked of Oddiya from outside. Nothing else leads anywhere, however it is spelled.
final class GatewayRoutes {

  private static final long FORM = 64 << 10;
  private static final long DOCUMENT = 256 << 10;

  /// A plan is generated within 30 s, and a client that does not ask for events hears nothing until
  /// then.
  private static final Duration GENERATION = Duration.ofSeconds(40);

  private GatewayRoutes() {}

  /// Which paths go to which service.
  static ProxyRoutes table(Config config) {
    Upstream auth = new Upstream("auth", config.auth());
    Upstream user = new Upstream("user", config.user());
    Upstream plan = new Upstream("plan", config.plan());
    Upstream video = new Upstream("video", config.video());
    return ProxyRoutes.of(
        ProxyRoute.here("/openapi.json"),
        ProxyRoute.here("/docs"),
        ProxyRoute.to(auth, "/oauth2/**").bodiesUpTo(FORM).tellingAddress(),
        ProxyRoute.to(auth, "/.well-known/**"),
        ProxyRoute.to(auth, "/jwks.json"),
        ProxyRoute.to(user, "/users/**").forUsers().bodiesUpTo(FORM),
        ProxyRoute.to(user, "/api/v1/users/**").forUsers().bodiesUpTo(FORM),
        ProxyRoute.to(plan, "/api/v1/plans/**").forUsers().bodiesUpTo(DOCUMENT).within(GENERATION),
        ProxyRoute.to(plan, "/api/v1/places").forUsers(),
        ProxyRoute.to(plan, "/share/**"),
        ProxyRoute.to(video, "/api/v1/videos/**").forUsers().bodiesUpTo(DOCUMENT));
  }

  /// What the gateway answers itself, beside `/openapi.json`.
  static Routes own(DocsPage page) {
    return Routes.of(
        Route.get("/docs", Caller.anyone())
            .summary("The description of this API, for people")
            .answersDocument(200, "text/html", "A page that shows /openapi.json")
            .handledBy(call -> page.reply()));
  }
}
