package app.oddiya.apps.gateway;

import app.oddiya.adapters.proxy.ProxyRoute;
import app.oddiya.adapters.proxy.ProxyRoutes;
import app.oddiya.adapters.proxy.Upstream;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import java.time.Duration;

/// What may be asked of Oddiya from outside. Nothing else leads anywhere, however it is spelled.
final class GatewayRoutes {

  /// An archive of all films of somebody takes its time.
  private static final Duration EXPORT = Duration.ofMinutes(10);

  private GatewayRoutes() {}

  /// Which paths go to which service.
  static ProxyRoutes table(Config config) {
    Upstream auth = new Upstream("auth", config.auth());
    Upstream user = new Upstream("user", config.user());
    Upstream plan = new Upstream("plan", config.plan());
    Upstream video = new Upstream("video", config.video());
    Limits limits = config.limits();
    Door door = config.door();
    return ProxyRoutes.of(
            ProxyRoute.here("/openapi.json").limitedBy(limits.anyone()),
            ProxyRoute.here("/docs").limitedBy(limits.anyone()),
            door.to(auth, "/oauth2/**")
                .bodiesUpTo(door.form())
                .tellingAddress()
                .takingCookies()
                .limitedBy(limits.signIn()),
            ProxyRoute.here("/").limitedBy(limits.anyone()),
            ProxyRoute.here("/app/**").limitedBy(limits.anyone()),
            ProxyRoute.here("/.well-known/apple-app-site-association").limitedBy(limits.anyone()),
            ProxyRoute.here("/.well-known/assetlinks.json").limitedBy(limits.anyone()),
            door.to(auth, "/.well-known/**").limitedBy(limits.anyone()),
            door.to(auth, "/jwks.json").limitedBy(limits.anyone()),
            door.to(user, "/users/me/export").forUsers().within(EXPORT).limitedBy(limits.user()),
            door.to(user, "/api/v1/users/me/export")
                .forUsers()
                .within(EXPORT)
                .limitedBy(limits.user()),
            door.to(user, "/users/**").forUsers().bodiesUpTo(door.form()).limitedBy(limits.user()),
            door.to(user, "/api/v1/users/**")
                .forUsers()
                .bodiesUpTo(door.form())
                .limitedBy(limits.user()),
            door.to(plan, "/api/v1/plans/generate")
                .forUsers()
                .bodiesUpTo(door.document())
                .within(door.generation())
                .limitedBy(limits.userAndGenerate()),
            door.to(plan, "/api/v1/plans/**")
                .forUsers()
                .bodiesUpTo(door.document())
                .within(door.generation())
                .limitedBy(limits.user()),
            door.to(plan, "/api/v1/places").forUsers().limitedBy(limits.user()),
            door.to(plan, "/share/**").limitedBy(limits.anyone()),
            door.to(video, "/api/v1/videos/**")
                .forUsers()
                .bodiesUpTo(door.document())
                .limitedBy(limits.user()))
        .limitingStrangersBy(limits.anyone());
  }

  /// What the gateway answers itself, beside `/openapi.json`.
  ///
  /// @param page at `/docs`
  static Routes own(DocsPage page, AppLinks links) {
    return links
        .routes()
        .and(
            Routes.of(
                Route.get("/docs", Caller.anyone())
                    .summary("The description of this API, for people")
                    .answersDocument(200, "text/html", "A page that shows /openapi.json")
                    .handledBy(call -> page.reply()),
                // Where there is a web build, WebBuild answers before anybody asks these.
                Route.get("/", Caller.anyone())
                    .summary("Where people begin")
                    .answersNothing(302, "To the app for browsers", "Location")
                    .refuses(404, "not_found", "There is no such app.")
                    .handledBy(call -> Problem.notFound()),
                Route.get("/app/{file}", Caller.anyone())
                    .summary("The app for browsers")
                    .where("file", "[A-Za-z0-9_~:.-]{1,128}")
                    .answersDocument(
                        200,
                        "text/html",
                        "A file of the app. Most lie deeper, and are of other types.",
                        "Content-Encoding",
                        "ETag",
                        "Last-Modified",
                        "Cache-Control",
                        "Content-Security-Policy")
                    .handledBy(call -> Problem.notFound())));
  }
}
