package app.oddiya.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventParserTest {

  private static final String STORY =
      """
      \uFEFF: a comment

      event: stage
      data: {"found":12}

      data:첫 번째
      data: 두 번째
      id: 7
      retry: 10

      event: nothing

      data
      unknown

      data: never ended
      """;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1_000})
  void readsTheSameInAnyPieces(int size) throws IOException {
    assertThat(events(STORY, size))
        .containsExactly(
            new ServerEvent("plan", "stage", "{\"found\":12}"),
            new ServerEvent("plan", "message", "첫 번째\n두 번째"),
            new ServerEvent("plan", "message", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\r\n"})
  void everyLineEndOfTheStandardEndsALine(String lineEnd) throws IOException {
    assertThat(events(STORY.replace("\n", lineEnd), 1)).isEqualTo(events(STORY, 1));
  }

  @Test
  void anEventWithoutEndIsRefused() {
    EventParser parser = new EventParser("plan");
    ByteBuffer half = ByteBuffer.allocate(EventParser.MOST_BYTES);

    assertThatThrownBy(
            () -> {
              parser.read(half);
              parser.read(ByteBuffer.allocate(1));
            })
        .isInstanceOf(IOException.class);
  }

  private static List<ServerEvent> events(String text, int size) throws IOException {
    EventParser parser = new EventParser("plan");
    byte[] bytes = text.getBytes(UTF_8);
    List<ServerEvent> events = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += size) {
      parser.read(ByteBuffer.wrap(bytes, from, Math.min(size, bytes.length - from)));
      for (var event = parser.poll(); event.isPresent(); event = parser.poll()) {
        events.add(event.orElseThrow());
      }
    }
    return events;
  }
}
