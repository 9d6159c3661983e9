package app.oddiya.adapters.web;

import app.oddiya.adapters.http.KeyFile;
import app.oddiya.adapters.web.token.InternalTokens;
import app.oddiya.adapters.web.trace.Tracing;
import app.oddiya.domain.shared.Tracer;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// What every service reads from the environment to be a server.
///
/// @param name of the service, as siblings call it: `llm-agent`
/// @param port 0 takes a free one
/// @param privatePort for health and metrics; 0 takes a free one
/// @param issuer of access tokens
/// @param jwks where the issuer's public keys are
/// @param callers public keys of sibling services by their name, as of now
/// @param tracer closed with the service
public record Web(
    String name,
    String bind,
    int port,
    int privatePort,
    String issuer,
    URI jwks,
    Supplier<Map<String, JWKSet>> callers,
    Tracer tracer) {

  /// Without traces.
  public Web(
      String name,
      String bind,
      int port,
      int privatePort,
      String issuer,
      URI jwks,
      Supplier<Map<String, JWKSet>> callers) {
    this(name, bind, port, privatePort, issuer, jwks, callers, Tracer.NONE);
  }

  /// @param name of the service; its variables are `ODDIYA_LLM_AGENT_PORT` and so on
  /// @param usualPort of the kick-off; the private one is 1000 above
  public static Web from(Settings settings, String name, int usualPort) {
    return from(
        settings,
        name,
        usualPort,
        settings.parsed("ODDIYA_INTERNAL_KEYS", Web::readKeys, Map::of),
        Tracing.Place.INSIDE);
  }

  /// Like [#from], for the service at the edge: no sibling calls it, so it need not know their
  /// keys, and strangers do, so it decides which traces are recorded.
  public static Web withoutCallers(Settings settings, String name, int usualPort) {
    return from(settings, name, usualPort, Map::of, Tracing.Place.EDGE);
  }

  private static Web from(
      Settings settings,
      String name,
      int usualPort,
      Supplier<Map<String, JWKSet>> callers,
      Tracing.Place place) {
    String prefix = "ODDIYA_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    URI auth = settings.url("ODDIYA_AUTH_URL", URI.create("http://127.0.0.1:8081"));
    return new Web(
        name,
        settings.text("ODDIYA_BIND", "127.0.0.1"),
        settings.port(prefix + "_PORT", usualPort),
        settings.port(prefix + "_PRIVATE_PORT", usualPort + 1_000),
        settings.text("ODDIYA_ISSUER", settings.text("ODDIYA_PUBLIC_URL", "http://localhost:8080")),
        settings.url("ODDIYA_JWKS_URL", auth.resolve("/.well-known/jwks.json")),
        callers,
        Tracing.from(settings, name, place));
  }

  private static Supplier<Map<String, JWKSet>> readKeys(String file) {
    return KeyFile.read(Path.of(file), InternalTokens::parseKeys, InstantSource.system());
  }
}
