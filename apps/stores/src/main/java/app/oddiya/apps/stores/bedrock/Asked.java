package app.oddiya.apps.stores.bedrock;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// A request as it came.
///
/// @param model of the path, decoded
/// @param streamed whether an event stream was asked for
/// @param authorization the header of that name
/// @param text the body, byte for byte
public record Asked(
    String model, boolean streamed, String authorization, String text, JsonNode body) {

  /// The text of the newest message.
  public String lastText() {
    return texts(body.path("messages").path(messages() - 1));
  }

  /// How many messages the conversation has.
  public int messages() {
    return body.path("messages").size();
  }

  /// The results of tools in the newest message.
  public List<JsonNode> results() {
    return StreamSupport.stream(
            body.path("messages").path(messages() - 1).path("content").spliterator(), false)
        .filter(block -> block.has("toolResult"))
        .map(block -> block.path("toolResult"))
        .toList();
  }

  private static String texts(JsonNode message) {
    var texts = new StringBuilder();
    message.path("content").forEach(block -> texts.append(block.path("text").asString("")));
    return texts.toString();
  }
}
