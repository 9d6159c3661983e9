package app.oddiya.apps.bench.plan;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The two operations of a JSON Patch (RFC 6902) that relaxations are made of.
final class Patch {

  private Patch() {}

  /// A document after all operations of a patch, in their order.
  static JsonNode apply(JsonNode patch, JsonNode document) {
    JsonNode changed = document.deepCopy();
    for (JsonNode operation : patch) {
      JsonPointer at = JsonPointer.compile(operation.get("path").asString());
      JsonNode parent = changed.at(at.head());
      String last = at.last().getMatchingProperty();
      switch (operation.get("op").asString()) {
        case "remove" -> {
          switch (parent) {
            case ArrayNode array -> array.remove(Integer.parseInt(last));
            case ObjectNode object -> object.remove(last);
            default -> throw new IllegalArgumentException("path: " + at + " leads nowhere");
          }
        }
        case "replace" -> {
          if (!parent.has(last)) {
            throw new IllegalArgumentException("path: " + at + " leads nowhere");
          }
          ((ObjectNode) parent).set(last, operation.get("value"));
        }
        default -> throw new IllegalArgumentException("op: " + operation);
      }
    }
    return changed;
  }
}
