package app.oddiya.apps.gateway;

import app.oddiya.adapters.proxy.Cors;
import app.oddiya.adapters.proxy.ProxyLimits;
import app.oddiya.adapters.proxy.ProxyRoute;
import app.oddiya.adapters.proxy.Upstream;
import app.oddiya.adapters.web.PortLimits;
import app.oddiya.adapters.web.Settings;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/// How wide the gateway opens: whose pages may call, and how much of it a client can have.
///
/// @param origins whose pages may call
/// @param form bytes of a body at routes that take a form or a small document
/// @param document bytes of a body at routes that take a plan or a film's wishes
/// @param silence how long a service may say nothing
/// @param generation the same where a plan is drafted, and how long that may take
record Door(
    PortLimits port,
    ProxyLimits limits,
    Set<String> origins,
    int form,
    int document,
    Duration silence,
    Duration generation) {

  private static final int MOST = 1 << 30;

  static Door from(Settings settings) {
    return new Door(
        port(settings),
        limits(settings),
        origins(settings),
        settings.number("ODDIYA_GATEWAY_FORM_BYTES", 64 << 10, 1, MOST),
        settings.number("ODDIYA_GATEWAY_DOCUMENT_BYTES", 256 << 10, 1, MOST),
        settings.duration("ODDIYA_GATEWAY_SILENCE", Duration.ofSeconds(15)),
        // A plan is drafted within 30 s, and without events a client hears nothing until then.
        settings.duration("ODDIYA_GATEWAY_GENERATION", Duration.ofSeconds(40)));
  }

  /// A row of the table that waits as long as a service may say nothing.
  ProxyRoute to(Upstream upstream, String pattern) {
    return ProxyRoute.to(upstream, pattern).within(silence);
  }

  private static PortLimits port(Settings settings) {
    PortLimits usual = PortLimits.usual();
    return new PortLimits(
        settings.number("ODDIYA_GATEWAY_HEADER_BYTES", usual.headerBytes(), 1_024, 1 << 20),
        settings.number("ODDIYA_GATEWAY_CONNECTIONS", 4_096, 1, MOST),
        settings.duration("ODDIYA_GATEWAY_IDLE", usual.idle()),
        settings.duration("ODDIYA_GATEWAY_HEADER_TIME", usual.head()));
  }

  private static ProxyLimits limits(Settings settings) {
    ProxyLimits usual = ProxyLimits.usual();
    return new ProxyLimits(
        settings.number("ODDIYA_GATEWAY_URL_LENGTH", usual.target(), 64, 1 << 20),
        settings.number("ODDIYA_GATEWAY_HEADERS", usual.headers(), 1, 10_000),
        settings.number("ODDIYA_GATEWAY_IN_FLIGHT", usual.inFlight(), 1, MOST),
        settings.number(
            "ODDIYA_GATEWAY_IN_FLIGHT_PER_SERVICE", usual.inFlightPerUpstream(), 1, MOST),
        settings.duration("ODDIYA_GATEWAY_BODY_TIME", usual.body()),
        settings.duration("ODDIYA_GATEWAY_PIECE_TIME", usual.piece()),
        settings.duration("ODDIYA_GATEWAY_CONNECT_TIME", usual.connect()));
  }

  private static Set<String> origins(Settings settings) {
    String name = "ODDIYA_GATEWAY_CORS_ORIGINS";
    Set<String> origins = new LinkedHashSet<>(settings.list(name, ""));
    if (!origins.stream().allMatch(Cors::isOrigin)) {
      settings.problem(name, "must be origins such as https://app.example, without a path");
    }
    return origins;
  }
}
