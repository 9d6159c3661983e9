package app.oddiya.apps.bench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PatchTest {

  @Test
  void operationsAreMadeInTheirOrderAndTheDocumentStaysAsItWas() {
    JsonNode document = json("{'a': ['x', 'y', 'z'], 'b': {'c': '1'}, 'd': 2}");

    JsonNode patched =
        Patch.apply(
            json(
                "[{'op': 'remove', 'path': '/a/2'}, {'op': 'remove', 'path': '/a/0'},"
                    + " {'op': 'replace', 'path': '/b/c', 'value': '3'},"
                    + " {'op': 'remove', 'path': '/d'}]"),
            document);

    assertThat(patched).isEqualTo(json("{'a': ['y'], 'b': {'c': '3'}}"));
    assertThat(document).isEqualTo(json("{'a': ['x', 'y', 'z'], 'b': {'c': '1'}, 'd': 2}"));
  }

  @Test
  void whatIsNotThereIsNotReplaced() {
    JsonNode patch = json("[{'op': 'replace', 'path': '/b', 'value': '3'}]");

    assertThatThrownBy(() -> Patch.apply(patch, json("{}")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }
}
