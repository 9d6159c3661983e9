package app.oddiya.adapters.web.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void readsEveryKindOfValue() throws MalformedJson {
    Json read =
        Json.parse(
            "{\"a\":[1,-2.50,true,null,\"x\\u00e9\\ud83d\\ude00\"],\"b\":{}}".getBytes(UTF_8));

    assertThat(read)
        .isEqualTo(
            new Json.Obj(
                Map.of(
                    "a",
                    new Json.Arr(
                        List.of(
                            Json.of(1),
                            new Json.Num(new BigDecimal("-2.50")),
                            Json.of(true),
                            new Json.Null(),
                            Json.of("xé😀"))),
                    "b",
                    new Json.Obj(Map.of()))));
  }

  @Test
  void whatItWritesReadsBackTheSame() throws MalformedJson {
    String text = "{\"가\":[\"\\\"\\\\\\n\\u0001\u202e😀\",0.1,1E+2,false,null]}";
    Json read = Json.parse(text.getBytes(UTF_8));

    assertThat(Json.parse(read.asBytes())).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,",
        "[1 2]",
        "nul",
        "'a'",
        "{a:1}",
        "[1,]",
        "{\"a\":1,}",
        "// x\n1",
        "01",
        "+1",
        ".5",
        "NaN",
        "\"a\nb\"",
        "1 2",
        "{} {}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"\\u0062\":2}}",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"\\ud800x\"",
        "{\"\\ud800\":1}",
        "\"\\u0000\"",
        "{\"a\\u0000\":1}",
        "1e99999999999",
        "\uFEFF{}"
      })
  void refusesWhatIsNotIJson(String text) {
    assertThatThrownBy(() -> Json.parse(text.getBytes(UTF_8))).isInstanceOf(MalformedJson.class);
  }

  @Test
  void refusesOtherEncodingsThanUtf8() {
    assertThatThrownBy(() -> Json.parse("\"é\"".getBytes(ISO_8859_1)))
        .isInstanceOf(MalformedJson.class)
        .hasMessage("The body is not UTF-8.");
    assertThatThrownBy(() -> Json.parse("{\"a\":1}".getBytes(UTF_16LE)))
        .isInstanceOf(MalformedJson.class);
    // A surrogate encoded by itself, as CESU-8 does.
    assertThatThrownBy(
            () -> Json.parse(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}))
        .isInstanceOf(MalformedJson.class);
  }

  @Test
  void refusesWhatIsNestedTooDeeplyWithoutGoingThere() {
    String deep = "[".repeat(1_000_000);

    assertThatThrownBy(() -> Json.parse(deep.getBytes(UTF_8))).isInstanceOf(MalformedJson.class);
    assertThatThrownBy(() -> Json.parse("{\"a\":".repeat(33).getBytes(UTF_8)))
        .isInstanceOf(MalformedJson.class);
  }

  @Test
  void refusesNumbersOfAThousandDigits() {
    assertThatThrownBy(() -> Json.parse("9".repeat(1_000).getBytes(UTF_8)))
        .isInstanceOf(MalformedJson.class);
  }

  @Test
  void saysWhereItStopped() {
    assertThatThrownBy(() -> Json.parse("{\"a\":1,\n \"a\":2}".getBytes(UTF_8)))
        .isInstanceOf(MalformedJson.class)
        .hasMessage("A name stands twice in one object at line 2, column 2.");
  }
}
