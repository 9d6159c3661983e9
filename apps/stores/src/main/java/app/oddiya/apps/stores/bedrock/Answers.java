package app.oddiya.apps.stores.bedrock;

import app.oddiya.apps.stores.bedrock.Said.Tokens;
import app.oddiya.apps.stores.bedrock.Said.Turn;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A turn in the two forms in which it can be had: one object (`Converse`) or many events
/// (`ConverseStream`). Source: the API reference of Amazon Bedrock, both operations.
final class Answers {

  /// Numbers stay as they are written.
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /// Code points of a text, or of a tool's input, in an event: few, so that pieces end in awkward
  /// places.
  private static final int PIECE = 7;

  private Answers() {}

  static String object(Turn turn) {
    ObjectNode answer = JSON.createObjectNode();
    ObjectNode message = answer.putObject("output").putObject("message").put("role", "assistant");
    turn.blocks().forEach(block -> message.withArray("content").add(block.whole()));
    answer.put("stopReason", turn.stopReason());
    answer.set("usage", usage(turn.tokens()));
    answer.putObject("metrics").put("latencyMs", 1200);
    return answer.toString();
  }

  /// Frames in their order.
  static List<byte[]> events(Turn turn) {
    List<byte[]> frames = new ArrayList<>();
    frames.add(event("messageStart", JSON.createObjectNode().put("role", "assistant")));
    for (int index = 0; index < turn.blocks().size(); index++) {
      block(frames, index, turn.blocks().get(index));
    }
    frames.add(event("messageStop", JSON.createObjectNode().put("stopReason", turn.stopReason())));
    ObjectNode metadata = JSON.createObjectNode();
    metadata.set("usage", usage(turn.tokens()));
    metadata.putObject("metrics").put("latencyMs", 1200);
    frames.add(event("metadata", metadata));
    return frames;
  }

  private static void block(List<byte[]> frames, int index, Block block) {
    switch (block) {
      // Words begin without a start.
      case Block.Text(String text) ->
          pieces(text).forEach(piece -> frames.add(delta(index, word(piece))));
      case Block.Use(String id, String tool, String input) -> {
        ObjectNode start = at(index);
        start.putObject("start").putObject("toolUse").put("toolUseId", id).put("name", tool);
        frames.add(event("contentBlockStart", start));
        pieces(input).forEach(piece -> frames.add(delta(index, argument(piece))));
      }
      case Block.Reasoning(String text) -> frames.add(delta(index, thought(text)));
    }
    frames.add(event("contentBlockStop", at(index)));
  }

  private static byte[] delta(int index, ObjectNode delta) {
    return event("contentBlockDelta", at(index).set("delta", delta));
  }

  private static ObjectNode word(String piece) {
    return JSON.createObjectNode().put("text", piece);
  }

  private static ObjectNode argument(String piece) {
    ObjectNode delta = JSON.createObjectNode();
    delta.putObject("toolUse").put("input", piece);
    return delta;
  }

  private static ObjectNode thought(String text) {
    ObjectNode delta = JSON.createObjectNode();
    delta.putObject("reasoningContent").put("text", text);
    return delta;
  }

  private static ObjectNode at(int index) {
    return JSON.createObjectNode().put("contentBlockIndex", index);
  }

  /// With padding of some length, as Bedrock sends it against those who read lengths.
  private static byte[] event(String type, ObjectNode payload) {
    int letters = Math.floorMod(payload.toString().hashCode(), 20);
    payload.put("p", "abcdefghijklmnopqrst".substring(0, letters));
    return Frames.event(type, payload.toString());
  }

  private static ObjectNode usage(Tokens tokens) {
    return JSON.createObjectNode()
        .put("inputTokens", tokens.input())
        .put("outputTokens", tokens.output())
        .put(
            "totalTokens",
            tokens.input() + tokens.output() + tokens.cacheRead() + tokens.cacheWrite())
        .put("cacheReadInputTokens", tokens.cacheRead())
        .put("cacheWriteInputTokens", tokens.cacheWrite());
  }

  private static List<String> pieces(String text) {
    int[] letters = text.codePoints().toArray();
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < letters.length; from += PIECE) {
      pieces.add(new String(letters, from, Math.min(PIECE, letters.length - from)));
    }
    return pieces;
  }
}
