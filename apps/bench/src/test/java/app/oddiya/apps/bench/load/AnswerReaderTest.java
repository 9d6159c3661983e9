package app.oddiya.apps.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";

  private final AnswerReader reader = new AnswerReader();

  @Test
  void findsTheEndOfAnAnswerInOnePiece() throws BadAnswer {
    assertThat(reader.take(bytes(ANSWER))).isTrue();
  }

  @Test
  void findsItByteByByteAgainAndAgain() throws BadAnswer {
    for (int answer = 0; answer < 3; answer++) {
      for (int i = 0; i < ANSWER.length() - 1; i++) {
        assertThat(reader.take(bytes(ANSWER.substring(i, i + 1)))).isFalse();
      }
      assertThat(reader.take(bytes("o"))).isTrue();
    }
  }

  @Test
  void anAnswerMayHaveNoBody() throws BadAnswer {
    assertThat(reader.take(bytes("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"))).isTrue();
  }

  @Test
  void aRefusalIsNoAnswer() {
    assertThatThrownBy(
            () -> reader.take(bytes("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n")))
        .isInstanceOf(BadAnswer.class)
        .hasMessageContaining("429");
  }

  @Test
  void anAnswerSaysHowLongItIsAndIsThatLong() {
    assertThatThrownBy(() -> reader.take(bytes("HTTP/1.1 200 OK\r\nServer: x\r\n\r\n")))
        .isInstanceOf(BadAnswer.class);
    assertThatThrownBy(() -> new AnswerReader().take(bytes(ANSWER + "more")))
        .isInstanceOf(BadAnswer.class);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(US_ASCII));
  }
}
