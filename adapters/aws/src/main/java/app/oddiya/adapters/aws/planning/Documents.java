package app.oddiya.adapters.aws.planning;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.document.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as the SDK has it inside its requests and answers, and as everything else here has it. The
/// order of members is kept: a provider's cache goes by the byte.
final class Documents {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Documents() {}

  static Document of(JsonNode json) {
    return switch (json.getNodeType()) {
      case OBJECT -> {
        Map<String, Document> members = new LinkedHashMap<>();
        json.properties().forEach(member -> members.put(member.getKey(), of(member.getValue())));
        yield Document.fromMap(members);
      }
      case ARRAY -> Document.fromList(json.valueStream().map(Documents::of).toList());
      case STRING -> Document.fromString(json.asString());
      case NUMBER -> Document.fromNumber(json.decimalValue());
      case BOOLEAN -> Document.fromBoolean(json.booleanValue());
      case NULL, MISSING -> Document.fromNull();
      case BINARY, POJO -> throw new IllegalArgumentException("not of a JSON text: " + json);
    };
  }

  static JsonNode json(Document document) {
    if (document.isMap()) {
      ObjectNode object = NODES.objectNode();
      document.asMap().forEach((name, value) -> object.set(name, json(value)));
      return object;
    }
    if (document.isList()) {
      ArrayNode array = NODES.arrayNode();
      document.asList().forEach(value -> array.add(json(value)));
      return array;
    }
    if (document.isString()) {
      return NODES.stringNode(document.asString());
    }
    if (document.isNumber()) {
      return NODES.numberNode(document.asNumber().bigDecimalValue());
    }
    return document.isBoolean() ? NODES.booleanNode(document.asBoolean()) : NODES.nullNode();
  }
}
