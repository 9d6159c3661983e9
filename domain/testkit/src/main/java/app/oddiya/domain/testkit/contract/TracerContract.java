package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.Span;
import app.oddiya.domain.shared.Span.Kind;
import app.oddiya.domain.shared.Tracer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every [Tracer] that records does.
public interface TracerContract {

  String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  Tracer tracer();

  /// The names of the spans that are closed by now, in any order.
  List<String> recorded();

  @Test
  default void workOfSomebodyElsesTraceStaysInIt() {
    try (Span span = tracer().begin(Kind.SERVER, () -> "GET /a", Optional.of(PARENT))) {
      assertThat(span.traceId()).contains("4bf92f3577b34da6a3ce929d0e0e4736");
      assertThat(span.traceparent().orElseThrow()).isNotEqualTo(PARENT).endsWith("-01");
    }
    assertThat(recorded()).containsExactly("GET /a");
  }

  @Test
  default void workOfNobodyBeginsATrace() {
    try (Span one = tracer().begin(Kind.CONSUMER, () -> "one", Optional.empty());
        Span other = tracer().begin(Kind.CONSUMER, () -> "other", Optional.empty())) {
      assertThat(one.traceparent().orElseThrow())
          .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
          .isNotEqualTo(other.traceparent().orElseThrow());
    }
  }

  @Test
  default void aPartBelongsToTheTraceOfTheWhole() {
    try (Span whole = tracer().begin(Kind.SERVER, () -> "whole", Optional.of(PARENT));
        Span part = whole.child(Kind.CLIENT, () -> "part")) {
      part.note("peer", "plan");
      part.failed("timeout");
      assertThat(part.traceId()).isEqualTo(whole.traceId());
      assertThat(part.traceparent()).isNotEqualTo(whole.traceparent());
    }
    assertThat(recorded()).containsExactlyInAnyOrder("whole", "part");
  }

  @Test
  default void closingTwiceRecordsOnce() {
    Span span = tracer().begin(Kind.SERVER, () -> "once", Optional.empty());
    span.close();
    span.close();
    assertThat(recorded()).containsExactly("once");
  }
}
