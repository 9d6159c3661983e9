package app.oddiya.adapters.web.trace;

import app.oddiya.domain.shared.Span;
import app.oddiya.domain.shared.Tracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Records spans with OpenTelemetry's SDK and hands them to a collector by OTLP over HTTP, in
/// batches, from a thread of its own. A collector that does not answer costs spans and nothing
/// else.
final class OtlpTracer implements Tracer {

  private static final Duration BETWEEN_BATCHES = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /// A few seconds of a busy gateway; some 2 MiB.
  private static final int LONGEST_QUEUE = 1_024;

  private static final int LARGEST_BATCH = 256;

  private static final int TRACE_ID = 3;
  private static final int SPAN_ID = 36;
  private static final int FLAGS = 53;

  private final SdkTracerProvider provider;
  private final io.opentelemetry.api.trace.Tracer tracer;

  private OtlpTracer(SdkTracerProvider provider) {
    this.provider = provider;
    this.tracer = provider.get("app.oddiya");
  }

  /// @param collector its address, without `/v1/traces`
  /// @param share of the traces that begin here which are recorded, 0 to 1
  static OtlpTracer open(String service, URI collector, double share, Tracing.Place place) {
    String base = collector.toString().replaceAll("/+$", "");
    return exporting(
        OtlpHttpSpanExporter.builder()
            .setEndpoint(base + "/v1/traces")
            .setTimeout(PATIENCE)
            .build(),
        service,
        share,
        place);
  }

  static OtlpTracer exporting(
      SpanExporter exporter, String service, double share, Tracing.Place place) {
    Sampler own = Sampler.traceIdRatioBased(share);
    return new OtlpTracer(
        SdkTracerProvider.builder()
            .setResource(
                Resource.getDefault().toBuilder()
                    .put("service.name", service)
                    .put("service.namespace", "oddiya")
                    .build())
            .setSampler(
                switch (place) {
                  case EDGE -> own;
                  case INSIDE -> Sampler.parentBased(own);
                })
            .addSpanProcessor(
                BatchSpanProcessor.builder(exporter)
                    .setScheduleDelay(BETWEEN_BATCHES)
                    .setMaxQueueSize(LONGEST_QUEUE)
                    .setMaxExportBatchSize(LARGEST_BATCH)
                    .setExporterTimeout(PATIENCE)
                    .build())
            .build());
  }

  @Override
  public Span begin(Span.Kind kind, Supplier<String> name, Optional<String> parent) {
    Context context =
        parent
            .map(OtlpTracer::remote)
            .map(remote -> Context.root().with(remote))
            .orElseGet(Context::root);
    return begin(kind, name, context);
  }

  private Span begin(Span.Kind kind, Supplier<String> name, Context parent) {
    SpanBuilder builder = tracer.spanBuilder(name.get());
    return new Recording(builder.setParent(parent).setSpanKind(kind(kind)).startSpan(), parent);
  }

  private static io.opentelemetry.api.trace.Span remote(String traceparent) {
    return io.opentelemetry.api.trace.Span.wrap(
        SpanContext.createFromRemoteParent(
            traceparent.substring(TRACE_ID, SPAN_ID - 1),
            traceparent.substring(SPAN_ID, FLAGS - 1),
            TraceFlags.fromHex(traceparent, FLAGS),
            TraceState.getDefault()));
  }

  private static SpanKind kind(Span.Kind kind) {
    return switch (kind) {
      case SERVER -> SpanKind.SERVER;
      case CLIENT -> SpanKind.CLIENT;
      case PRODUCER -> SpanKind.PRODUCER;
      case CONSUMER -> SpanKind.CONSUMER;
    };
  }

  @Override
  public void close() {
    provider.shutdown().join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private final class Recording implements Span {

    private final io.opentelemetry.api.trace.Span span;
    private final Context context;

    private Recording(io.opentelemetry.api.trace.Span span, Context parent) {
      this.span = span;
      this.context = parent.with(span);
    }

    @Override
    public Optional<String> traceparent() {
      SpanContext own = span.getSpanContext();
      return Optional.of(
          "00-" + own.getTraceId() + "-" + own.getSpanId() + "-" + own.getTraceFlags().asHex());
    }

    @Override
    public Span child(Kind kind, Supplier<String> name) {
      return begin(kind, name, context);
    }

    @Override
    public void note(String key, String value) {
      span.setAttribute(AttributeKey.stringKey(key), value);
    }

    @Override
    public void failed(String why) {
      span.setStatus(StatusCode.ERROR, why);
      note("error.type", why);
    }

    @Override
    public void close() {
      span.end();
    }
  }
}
