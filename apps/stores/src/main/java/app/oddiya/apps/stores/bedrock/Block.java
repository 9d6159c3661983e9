package app.oddiya.apps.stores.bedrock;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A block of what a model says.
public sealed interface Block {

  record Text(String text) implements Block {}

  /// @param input JSON; streamed in pieces that end anywhere, as a model writes it. One that is no
  ///     JSON can only be streamed
  record Use(String id, String tool, String input) implements Block {}

  /// What a model thinks before it speaks, where it is asked to.
  record Reasoning(String text) implements Block {}

  static Block text(String text) {
    return new Text(text);
  }

  static Block use(String id, String tool, String input) {
    return new Use(id, tool, input);
  }

  /// `ContentBlock` of the API.
  default ObjectNode whole() {
    ObjectNode block = JsonNodeFactory.instance.objectNode();
    switch (this) {
      case Text(String text) -> block.put("text", text);
      case Use(String id, String tool, String input) ->
          block
              .putObject("toolUse")
              .put("toolUseId", id)
              .put("name", tool)
              .set("input", Answers.JSON.readTree(input));
      case Reasoning(String text) ->
          block
              .putObject("reasoningContent")
              .putObject("reasoningText")
              .put("text", text)
              .put("signature", "c2ln");
    }
    return block;
  }
}
