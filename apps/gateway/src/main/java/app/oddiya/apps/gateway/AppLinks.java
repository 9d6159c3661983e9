package app.oddiya.apps.gateway;

import app.oddiya.adapters.web.Answer;
import app.oddiya.adapters.web.Caller;
import app.oddiya.adapters.web.Problem;
import app.oddiya.adapters.web.Route;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.Settings;
import app.oddiya.adapters.web.json.Json;
import java.util.List;
import java.util.Optional;

/// What phones ask a site before they open its shared plans in the app: the association of Apple's
/// universal links, and the statements of Google's digital asset links.
///
/// @param appleApps `TEAM.bundle` each
/// @param androidPackage of the app on Android
/// @param androidCertificates SHA-256 of the certificates that sign it, `AB:CD:...` each
record AppLinks(
    List<String> appleApps, Optional<String> androidPackage, List<String> androidCertificates) {

  private static final String APPLE_APP = "[A-Z0-9]{10}\\.[A-Za-z0-9.-]+";
  private static final String PACKAGE = "[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)+";
  private static final String FINGERPRINT = "[0-9A-F]{2}(:[0-9A-F]{2}){31}";

  static AppLinks from(Settings settings) {
    List<String> apps = settings.list("ODDIYA_GATEWAY_APPLE_APPS", "");
    if (!apps.stream().allMatch(app -> app.matches(APPLE_APP))) {
      settings.problem("ODDIYA_GATEWAY_APPLE_APPS", "must be TEAMID.bundle, ten characters first");
    }
    Optional<String> android = settings.optional("ODDIYA_GATEWAY_ANDROID_PACKAGE");
    if (android.isPresent() && !android.get().matches(PACKAGE)) {
      settings.problem("ODDIYA_GATEWAY_ANDROID_PACKAGE", "must be a name such as com.example.app");
    }
    List<String> certificates = settings.list("ODDIYA_GATEWAY_ANDROID_CERTIFICATES", "");
    if (android.isPresent() == certificates.isEmpty()
        || !certificates.stream().allMatch(print -> print.matches(FINGERPRINT))) {
      settings.problem(
          "ODDIYA_GATEWAY_ANDROID_CERTIFICATES", "must be SHA-256 as AB:CD:..., with a package");
    }
    return new AppLinks(apps, android, certificates);
  }

  Routes routes() {
    return Routes.of(
        Route.get("/.well-known/apple-app-site-association", Caller.anyone())
            .summary("Which apps of Apple's open links to this site")
            .answers(200, Json.class, "The association file", "Cache-Control")
            .refuses(404, "not_found", "There is no such app.")
            .handledBy(call -> told(apple())),
        Route.get("/.well-known/assetlinks.json", Caller.anyone())
            .summary("Which apps of Android's open links to this site")
            .answers(200, Json.class, "Statements of digital asset links", "Cache-Control")
            .refuses(404, "not_found", "There is no such app.")
            .handledBy(call -> told(android())));
  }

  private static Answer told(Optional<Json> file) {
    return file.<Answer>map(json -> Answer.ok(json).with("Cache-Control", "max-age=3600"))
        .orElseGet(Problem::notFound);
  }

  private Optional<Json> apple() {
    if (appleApps.isEmpty()) {
      return Optional.empty();
    }
    Json shared = Json.object().with("/", "/share/*").with("comment", "Shared plans").build();
    Json links =
        Json.object()
            .with("appIDs", Json.strings(appleApps))
            .with("components", new Json.Arr(List.of(shared)))
            .build();
    return Optional.of(
        Json.object()
            .with("applinks", Json.object().with("details", new Json.Arr(List.of(links))).build())
            .build());
  }

  private Optional<Json> android() {
    return androidPackage.map(
        name ->
            new Json.Arr(
                List.of(
                    Json.object()
                        .with(
                            "relation",
                            Json.strings(List.of("delegate_permission/common.handle_all_urls")))
                        .with(
                            "target",
                            Json.object()
                                .with("namespace", "android_app")
                                .with("package_name", name)
                                .with("sha256_cert_fingerprints", Json.strings(androidCertificates))
                                .build())
                        .build())));
  }
}
