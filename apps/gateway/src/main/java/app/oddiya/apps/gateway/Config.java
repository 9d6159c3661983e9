package app.oddiya.apps.gateway;

import app.oddiya.adapters.proxy.TrustedProxies;
import app.oddiya.adapters.web.Settings;
import app.oddiya.adapters.web.Web;
import java.net.URI;

/// What the gateway reads from its environment.
///
/// @param proxies of ours in front of the gateway
/// @param auth where the auth service listens, and so on
record Config(Web web, TrustedProxies proxies, URI auth, URI user, URI plan, URI video) {

  static Config from(Settings settings) {
    return new Config(
        Web.withoutCallers(settings, "gateway", 8080),
        new TrustedProxies(settings.number("ODDIYA_GATEWAY_TRUSTED_PROXIES", 0, 0, 10)),
        settings.url("ODDIYA_AUTH_URL", URI.create("http://127.0.0.1:8081")),
        settings.url("ODDIYA_USER_URL", URI.create("http://127.0.0.1:8082")),
        settings.url("ODDIYA_PLAN_URL", URI.create("http://127.0.0.1:8083")),
        settings.url("ODDIYA_VIDEO_URL", URI.create("http://127.0.0.1:8085")));
  }
}
