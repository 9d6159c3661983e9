package app.oddiya.adapters.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireTest {

  record Inner(int number) {}

  record Outer(String text, List<Inner> inner) {}

  private static final byte[] WITH_MORE =
      "{\"text\":\"a\",\"inner\":[{\"number\":1,\"new\":2}],\"newer\":null}"
          .getBytes(StandardCharsets.UTF_8);

  @Test
  void anAnswerOfASiblingMayHoldMoreThanIsKnown() throws MalformedJson {
    assertThat(Wire.readAnswer(Outer.class, WITH_MORE))
        .isEqualTo(new Outer("a", List.of(new Inner(1))));
  }

  @Test
  void anAnswerOfASiblingMayNotHoldLess() {
    assertThatThrownBy(
            () -> Wire.readAnswer(Outer.class, "{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvalidFields.class);
  }

  @Test
  void aRequestMayNotHoldMore() {
    assertThatThrownBy(() -> Wire.read(Shape.of(Outer.class), Json.parse(WITH_MORE)))
        .isInstanceOf(InvalidFields.class);
  }
}
