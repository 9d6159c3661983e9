package app.oddiya.deploy.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What an overlay applies, and the facts it was made from.
///
/// @param name of its folder
/// @param objects in the order of Kustomize
/// @param facts `data` of its `facts.yaml`
record Overlay(String name, List<JsonNode> objects, JsonNode facts) {

  static final List<String> NAMES =
      List.of("local", "staging", "production", "production-two-nodes");

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Map<String, Overlay> BUILT = new ConcurrentHashMap<>();

  static Stream<Overlay> all() {
    return NAMES.stream().map(Overlay::named);
  }

  static Overlay named(String name) {
    return BUILT.computeIfAbsent(name, Overlay::build);
  }

  private static Overlay build(String name) {
    String yaml = Kubectl.unpacked().kustomize(Checkout.manifests().resolve("overlays/" + name));
    return new Overlay(name, documents(yaml), readFacts(name));
  }

  /// Two nodes are production's facts once more.
  private static JsonNode readFacts(String name) {
    String owner = name.equals("production-two-nodes") ? "production" : name;
    return YAML.readTree(
            Checkout.read(Checkout.manifests().resolve("overlays/" + owner + "/facts.yaml")))
        .path("data");
  }

  static List<JsonNode> documents(String yaml) {
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      return documents.readAll();
    }
  }

  Stream<JsonNode> kind(String kind) {
    return objects.stream().filter(object -> object.path("kind").stringValue("").equals(kind));
  }

  JsonNode one(String kind, String name) {
    return kind(kind)
        .filter(object -> name(object).equals(name))
        .findAny()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in " + this.name));
  }

  /// Everything that makes pods.
  List<Workload> workloads() {
    return objects.stream()
        .filter(object -> object.at("/spec/template/spec/containers").isArray())
        .map(object -> new Workload(object, this))
        .toList();
  }

  /// The seven.
  List<Workload> services() {
    return workloads().stream().filter(workload -> workload.component().equals("service")).toList();
  }

  static String name(JsonNode object) {
    return object.at("/metadata/name").stringValue("");
  }

  @Override
  public String toString() {
    return name;
  }
}
