package app.oddiya.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

  private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void whatIsWellFormedIsTakenOver() {
    Trace trace = Trace.of(Optional.of("a.B_9:-"), Optional.of(PARENT));

    assertThat(trace).isEqualTo(new Trace("a.B_9:-", Optional.of(PARENT)));
    assertThat(trace.begun()).isEqualTo(trace);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\"b", "한", "a\nb"})
  void aRequestIdThatIsNotIsMadeAnew(String id) {
    assertThat(Trace.of(Optional.of(id), Optional.empty()).requestId()).matches("[0-9a-f]{32}");
  }

  @Test
  void aRequestIdThatIsTooLongIsMadeAnew() {
    assertThat(Trace.of(Optional.of("a".repeat(128)), Optional.empty()).requestId()).hasSize(128);
    assertThat(Trace.of(Optional.of("a".repeat(129)), Optional.empty()).requestId()).hasSize(32);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01more",
        "00_4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7_01",
        "00-4bf92f3577b34da6a3ce929d0e0e473x-00f067aa0ba902b7-01",
        " 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
      })
  void whatIsNoTraceIsNone(String parent) {
    Trace trace = Trace.of(Optional.empty(), Optional.of(parent));

    assertThat(trace.traceparent()).isEmpty();
    assertThat(trace.begun().traceparent().orElseThrow())
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
  }

  @ParameterizedTest
  @CsvSource({
    "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, 01",
    "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-fe-what-comes-next, 00",
  })
  void aTraceOfALaterVersionGoesOnInTheOneThatIsKnown(String parent, String flags) {
    assertThat(Trace.of(Optional.empty(), Optional.of(parent)).traceparent())
        .contains("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-" + flags);
  }
}
