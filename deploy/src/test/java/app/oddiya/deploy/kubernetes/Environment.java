package app.oddiya.deploy.kubernetes;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The variables that a workload's first container gets, and from where.
final class Environment {

  private Environment() {}

  /// Values by name; what comes from a Secret has the Secret's name for a value. A variable of a
  /// key that may be missing is not among them unless asked for.
  static Map<String, String> of(Workload workload, boolean optionalToo) {
    Map<String, String> variables = new TreeMap<>();
    JsonNode container = workload.containers().getFirst();
    for (JsonNode from : container.path("envFrom")) {
      String map = from.at("/configMapRef/name").stringValue("");
      workload
          .overlay()
          .one("ConfigMap", map)
          .path("data")
          .properties()
          .forEach(entry -> variables.put(entry.getKey(), entry.getValue().stringValue("")));
    }
    for (JsonNode variable : container.path("env")) {
      JsonNode secret = variable.at("/valueFrom/secretKeyRef");
      if (optionalToo || !secret.path("optional").booleanValue(false)) {
        variables.put(
            variable.path("name").stringValue(""),
            secret.isMissingNode()
                ? variable.path("value").stringValue("")
                : "secret " + secret.path("name").stringValue(""));
      }
    }
    return variables;
  }

  /// Every `secret/key` and Secret of files that a workload reads, and ConfigMaps from outside.
  static Set<String> fromOutside(Workload workload) {
    Set<String> names = new TreeSet<>();
    for (JsonNode variable : workload.containers().getFirst().path("env")) {
      JsonNode secret = variable.at("/valueFrom/secretKeyRef");
      if (!secret.isMissingNode()) {
        names.add(secret.path("key").stringValue(""));
        names.add("`" + secret.path("name").stringValue("") + "`");
      }
    }
    for (JsonNode volume : workload.pod().path("volumes")) {
      for (JsonNode source : volume.at("/projected/sources")) {
        source.forEach(reference -> names.add("`" + reference.path("name").stringValue("") + "`"));
      }
    }
    return names;
  }

  /// `LLM_AGENT` of `llm-agent`.
  static String inVariables(String service) {
    return service.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
