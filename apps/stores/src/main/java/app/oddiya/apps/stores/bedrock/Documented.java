package app.oddiya.apps.stores.bedrock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Holds a request against what AWS documents of `Converse` and `ConverseStream` (API reference;
/// user guide, "Call a tool" and "Prompt caching"), as far as it is of use here: images, documents,
/// guardrails and the like are refused as unknown.
final class Documented {

  private static final Pattern CALL_ID = Pattern.compile("[a-zA-Z0-9_.:-]{1,64}");
  private static final Pattern TOOL = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
  private static final int MOST_CACHE_POINTS = 4;

  private final List<String> problems = new ArrayList<>();
  private final Set<String> tools = new HashSet<>();
  private int cachePoints;
  private Set<String> open = Set.of();

  private Documented() {}

  /// What AWS would refuse it for; empty for what it would take.
  static Optional<String> problem(JsonNode body) {
    var check = new Documented();
    check.request(body);
    return check.problems.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("; ", check.problems));
  }

  private void request(JsonNode body) {
    members("request", body, Set.of("messages", "system", "inferenceConfig", "toolConfig"));
    tools(body.path("toolConfig"));
    system(body.path("system"));
    inference(body.path("inferenceConfig"));
    messages(body.path("messages"));
    if (cachePoints > MOST_CACHE_POINTS) {
      problems.add("cachePoint: " + cachePoints + " of them (expected: at most 4)");
    }
  }

  private void tools(JsonNode config) {
    if (config.isMissingNode()) {
      return;
    }
    members("toolConfig", config, Set.of("tools", "toolChoice"));
    array("toolConfig.tools", config.path("tools"));
    for (JsonNode tool : config.path("tools")) {
      if (cachePoint(tool)) {
        continue;
      }
      members("tool", tool, Set.of("toolSpec"));
      JsonNode spec = tool.path("toolSpec");
      members("toolSpec", spec, Set.of("name", "description", "inputSchema"));
      text("toolSpec.description", spec.path("description"));
      matches("toolSpec.name", spec.path("name"), TOOL);
      if (!tools.add(spec.path("name").asString(""))) {
        problems.add("toolSpec.name: twice");
      }
      members("inputSchema", spec.path("inputSchema"), Set.of("json"));
      JsonNode schema = spec.path("inputSchema").path("json");
      if (!schema.path("type").asString("").equals("object")) {
        problems.add("inputSchema.json.type: " + schema.path("type") + " (expected: object)");
      }
    }
  }

  private void system(JsonNode system) {
    if (system.isMissingNode()) {
      return;
    }
    array("system", system);
    for (JsonNode block : system) {
      if (!cachePoint(block)) {
        members("system", block, Set.of("text"));
        text("system.text", block.path("text"));
      }
    }
  }

  private void inference(JsonNode config) {
    if (config.isMissingNode()) {
      return;
    }
    members("inferenceConfig", config, Set.of("maxTokens", "temperature", "topP", "stopSequences"));
    if (config.has("maxTokens") && config.path("maxTokens").asInt(0) < 1) {
      problems.add("maxTokens: " + config.path("maxTokens") + " (expected: >= 1)");
    }
    if (config.has("temperature")) {
      double temperature = config.path("temperature").asDouble(-1);
      if (temperature < 0 || temperature > 1) {
        problems.add("temperature: " + temperature + " (expected: 0..1)");
      }
    }
  }

  private void messages(JsonNode messages) {
    array("messages", messages);
    String expected = "user";
    for (JsonNode message : messages) {
      members("message", message, Set.of("role", "content"));
      String role = message.path("role").asString("");
      if (!role.equals(expected)) {
        problems.add("role: " + role + " (expected: " + expected + ")");
      }
      array("content", message.path("content"));
      if (role.equals("assistant")) {
        said(message.path("content"));
        expected = "user";
      } else {
        told(message.path("content"));
        expected = "assistant";
      }
    }
    if (expected.equals("user")) {
      problems.add("messages: the last is the model's own (expected: the user's)");
    }
  }

  private void said(JsonNode content) {
    Set<String> calls = new HashSet<>();
    for (JsonNode block : content) {
      if (block.has("toolUse")) {
        JsonNode use = block.path("toolUse");
        members("content", block, Set.of("toolUse"));
        members("toolUse", use, Set.of("toolUseId", "name", "input"));
        matches("toolUse.toolUseId", use.path("toolUseId"), CALL_ID);
        matches("toolUse.name", use.path("name"), TOOL);
        if (!use.path("input").isObject()) {
          problems.add("toolUse.input: " + use.path("input") + " (expected: an object)");
        }
        if (!calls.add(use.path("toolUseId").asString(""))) {
          problems.add("toolUse.toolUseId: twice in a message");
        }
        withTools();
      } else {
        members("content", block, Set.of("text"));
        text("content.text", block.path("text"));
      }
    }
    open = calls;
  }

  private void told(JsonNode content) {
    Set<String> answered = new HashSet<>();
    boolean first = true;
    for (JsonNode block : content) {
      if (block.has("toolResult")) {
        members("content", block, Set.of("toolResult"));
        result(block.path("toolResult"));
        if (!answered.add(block.path("toolResult").path("toolUseId").asString(""))) {
          problems.add("toolResult.toolUseId: twice in a message");
        }
      } else if (block.has("cachePoint")) {
        if (first) {
          problems.add("cachePoint: first in a message (expected: after what is to be cached)");
        }
        cachePoint(block);
      } else {
        members("content", block, Set.of("text"));
        text("content.text", block.path("text"));
      }
      first = false;
    }
    if (!answered.equals(open)) {
      problems.add("toolResult: of " + answered + " (expected: of " + open + ")");
    }
    open = Set.of();
  }

  private void result(JsonNode result) {
    members("toolResult", result, Set.of("toolUseId", "content", "status"));
    matches("toolResult.toolUseId", result.path("toolUseId"), CALL_ID);
    array("toolResult.content", result.path("content"));
    for (JsonNode part : result.path("content")) {
      members("toolResult.content", part, Set.of("text"));
      text("toolResult.content.text", part.path("text"));
    }
    if (!Set.of("success", "error").contains(result.path("status").asString("success"))) {
      problems.add("toolResult.status: " + result.path("status"));
    }
    withTools();
  }

  private void withTools() {
    if (tools.isEmpty()) {
      problems.add("toolConfig: missing though tools are spoken of");
    }
  }

  private boolean cachePoint(JsonNode block) {
    if (!block.has("cachePoint")) {
      return false;
    }
    cachePoints++;
    members("cachePoint", block.path("cachePoint"), Set.of("type", "ttl"));
    if (!block.path("cachePoint").path("type").asString("").equals("default")) {
      problems.add("cachePoint.type: " + block.path("cachePoint").path("type"));
    }
    return true;
  }

  private void members(String what, JsonNode object, Set<String> known) {
    if (!object.isObject()) {
      problems.add(what + ": not an object");
      return;
    }
    object.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> problems.add(what + ": unknown member " + name));
  }

  private void array(String what, JsonNode array) {
    if (!array.isArray() || array.isEmpty()) {
      problems.add(what + ": not an array with something in it");
    }
  }

  private void text(String what, JsonNode text) {
    if (!text.isString() || text.asString().isBlank()) {
      problems.add(what + ": not a text, or blank");
    }
  }

  private void matches(String what, JsonNode text, Pattern pattern) {
    if (!text.isString() || !pattern.matcher(text.asString()).matches()) {
      problems.add(what + ": " + text + " (expected: " + pattern + ")");
    }
  }
}
