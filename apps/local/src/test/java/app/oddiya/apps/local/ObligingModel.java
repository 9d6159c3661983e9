package app.oddiya.apps.local;

import app.oddiya.apps.stores.bedrock.Asked;
import app.oddiya.apps.stores.bedrock.BedrockServer;
import app.oddiya.apps.stores.bedrock.Block;
import app.oddiya.apps.stores.bedrock.Said;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A model behind Bedrock's protocol that likes the first places that it is shown.
final class ObligingModel implements AutoCloseable {

  private static final Pattern PLACE_ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final int PICKED = 16;

  private final BedrockServer server = BedrockServer.start().thenAlways(ObligingModel::pick);

  /// What the services have to know to ask it.
  Map<String, String> environment() {
    return Map.of(
        "ODDIYA_BEDROCK_REGION",
        "ap-northeast-2",
        "ODDIYA_BEDROCK_ENDPOINT",
        server.endpoint().toString());
  }

  /// What was asked that AWS would have refused.
  List<String> problems() {
    return server.problems();
  }

  private static Said pick(Asked asked) {
    ObjectNode draft = JsonMapper.shared().createObjectNode();
    ArrayNode picks = draft.putArray("picks");
    PLACE_ID
        .matcher(asked.lastText())
        .results()
        .map(id -> id.group(1))
        .distinct()
        .limit(PICKED)
        .forEach(
            place ->
                picks
                    .addObject()
                    .put("placeId", place)
                    .put("score", 90)
                    .put("sentence", "Take your time here."));
    return Said.calls(Block.use("call_" + asked.messages(), "submit_draft", draft.toString()));
  }

  @Override
  public void close() {
    server.close();
  }
}
