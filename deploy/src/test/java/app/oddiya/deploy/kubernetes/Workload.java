package app.oddiya.deploy.kubernetes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A Deployment or Job of an overlay.
record Workload(JsonNode object, Overlay overlay) {

  String name() {
    return Overlay.name(object);
  }

  String component() {
    return labels().getOrDefault("app.kubernetes.io/component", "");
  }

  boolean isJob() {
    return object.path("kind").stringValue("").equals("Job");
  }

  JsonNode pod() {
    return object.at("/spec/template/spec");
  }

  List<JsonNode> containers() {
    return Stream.of("initContainers", "containers", "ephemeralContainers")
        .flatMap(field -> pod().path(field).valueStream())
        .toList();
  }

  Map<String, String> labels() {
    return labels(object.at("/spec/template/metadata/labels"));
  }

  static Map<String, String> labels(JsonNode object) {
    Map<String, String> labels = new HashMap<>();
    object
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().stringValue("")));
    return labels;
  }

  /// By container port, which names may stand for.
  OptionalInt port(String name) {
    return containers().stream()
        .flatMap(container -> container.path("ports").valueStream())
        .filter(port -> port.path("name").stringValue("").equals(name))
        .mapToInt(port -> port.path("containerPort").intValue())
        .findFirst();
  }

  /// As many as an autoscaler may make of it.
  int replicasAtMost() {
    return Stream.concat(
            overlay
                .kind("HorizontalPodAutoscaler")
                .filter(scaler -> target(scaler).equals(name()))
                .map(scaler -> scaler.at("/spec/maxReplicas").intValue()),
            overlay
                .kind("ScaledObject")
                .filter(scaler -> target(scaler).equals(name()))
                .map(scaler -> scaler.at("/spec/maxReplicaCount").intValue()))
        .findFirst()
        .orElseGet(() -> object.at("/spec/replicas").intValue(1));
  }

  /// The pods more that a rollout makes first.
  int surge() {
    JsonNode surge = object.at("/spec/strategy/rollingUpdate/maxSurge");
    // The default of 25 % is rounded up.
    return isJob() ? 0 : surge.intValue(1);
  }

  private static String target(JsonNode scaler) {
    return scaler.at("/spec/scaleTargetRef/name").stringValue("");
  }

  @Override
  public String toString() {
    return overlay + "/" + name();
  }
}
