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
    Limits limits = config.limits();
    return ProxyRoutes.of(
            ProxyRoute.here("/openapi.json").limitedBy(limits.anyone()),
            ProxyRoute.here("/docs").limitedBy(limits.anyone()),
            ProxyRoute.to(auth, "/oauth2/**")
                .bodiesUpTo(FORM)
                .tellingAddress()
                .limitedBy(limits.signIn()),
            ProxyRoute.to(auth, "/.well-known/**").limitedBy(limits.anyone()),
            ProxyRoute.to(auth, "/jwks.json").limitedBy(limits.anyone()),
            ProxyRoute.to(user, "/users/**").forUsers().bodiesUpTo(FORM).limitedBy(limits.user()),
            ProxyRoute.to(user, "/api/v1/users/**")
                .forUsers()
                .bodiesUpTo(FORM)
                .limitedBy(limits.user()),
            ProxyRoute.to(plan, "/api/v1/plans/generate")
                .forUsers()
                .bodiesUpTo(DOCUMENT)
                .within(GENERATION)
                .limitedBy(limits.userAndGenerate()),
            ProxyRoute.to(plan, "/api/v1/plans/**")
                .forUsers()
                .bodiesUpTo(DOCUMENT)
                .within(GENERATION)
                .limitedBy(limits.user()),
            ProxyRoute.to(plan, "/api/v1/places").forUsers().limitedBy(limits.user()),
            ProxyRoute.to(plan, "/share/**").limitedBy(limits.anyone()),
            ProxyRoute.to(video, "/api/v1/videos/**")
                .forUsers()
                .bodiesUpTo(DOCUMENT)
                .limitedBy(limits.user()))
        .limitingStrangersBy(limits.anyone());
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
