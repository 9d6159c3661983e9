package app.oddiya.adapters.web.trace;

import app.oddiya.adapters.web.Settings;
import app.oddiya.domain.shared.Tracer;
import java.net.URI;
import java.util.Optional;

/// Whether traces are recorded, by the standard variables of OpenTelemetry. Without a collector no
/// class of OpenTelemetry is ever loaded.
public final class Tracing {

  /// Where a trace may begin.
  public enum Place {
    /// Where strangers call: whether a request is recorded is decided here, whatever they say, or
    /// anybody could have everything recorded.
    EDGE,
    /// Behind it: what is recorded there is recorded here.
    INSIDE
  }

  private Tracing() {}

  /// The tracer of a service, [Tracer#NONE] without `OTEL_EXPORTER_OTLP_ENDPOINT`.
  public static Tracer from(Settings settings, String service, Place place) {
    Optional<URI> collector = settings.optionalUrl("OTEL_EXPORTER_OTLP_ENDPOINT");
    int percent = settings.number("ODDIYA_TRACES_PERCENT", 100, 0, 100);
    return collector
        .<Tracer>map(base -> OtlpTracer.open(service, base, percent / 100.0, place))
        .orElse(Tracer.NONE);
  }
}
