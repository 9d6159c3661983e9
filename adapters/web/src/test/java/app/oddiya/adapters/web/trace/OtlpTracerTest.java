package app.oddiya.adapters.web.trace;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.Span;
import app.oddiya.domain.shared.Span.Kind;
import app.oddiya.domain.shared.Tracer;
import app.oddiya.domain.testkit.contract.TracerContract;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class OtlpTracerTest implements TracerContract {

  private final Kept kept = new Kept();
  private final OtlpTracer tracer = OtlpTracer.exporting(kept, "plan", 1.0, Tracing.Place.INSIDE);

  @Override
  public Tracer tracer() {
    return tracer;
  }

  @Override
  public List<String> recorded() {
    tracer.close();
    return kept.spans.stream().map(SpanData::getName).toList();
  }

  @Test
  void insideItIsTheCallersDecisionWhatIsRecorded() {
    String unsampled = PARENT.substring(0, PARENT.length() - 1) + "0";

    try (Span span = tracer.begin(Kind.SERVER, () -> "GET /a", Optional.of(unsampled))) {
      assertThat(span.traceparent().orElseThrow()).endsWith("-00");
    }

    assertThat(recorded()).isEmpty();
  }

  @Test
  void atTheEdgeStrangersDecideNothing() {
    OtlpTracer edge = OtlpTracer.exporting(kept, "gateway", 0.0, Tracing.Place.EDGE);

    try (Span span = edge.begin(Kind.SERVER, () -> "GET /a", Optional.of(PARENT))) {
      assertThat(span.traceparent().orElseThrow()).endsWith("-00");
    }
    edge.close();

    assertThat(kept.spans).isEmpty();
  }

  private static final class Kept implements SpanExporter {

    private final List<SpanData> spans = new CopyOnWriteArrayList<>();

    @Override
    public CompletableResultCode export(Collection<SpanData> batch) {
      spans.addAll(batch);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
