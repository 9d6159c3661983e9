package app.oddiya.deploy.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The network policies of an overlay, applied to its pods as Kubernetes defines it: a pod that a
/// policy selects may do what any policy that selects it allows, and nothing else.
record Policies(Overlay overlay) {

  private static final Set<String> PRIVATE =
      Set.of("10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");

  /// What senders may send.
  Set<Flow> egress() {
    Set<Flow> flows = new TreeSet<>();
    forEachRule(
        "egress",
        "to",
        (pod, peer, port) ->
            peers(peer, port).forEach(to -> flows.add(flow(pod.name(), to, port))));
    return flows;
  }

  /// What receivers may be sent.
  Set<Flow> ingress() {
    Set<Flow> flows = new TreeSet<>();
    forEachRule(
        "ingress",
        "from",
        (pod, peer, port) ->
            peers(peer, port).forEach(from -> flows.add(flow(from, pod.name(), port))));
    return flows;
  }

  /// Pods that no policy of this direction selects: they may do anything.
  List<String> unguarded(String direction) {
    return overlay.workloads().stream()
        .filter(
            pod ->
                overlay
                    .kind("NetworkPolicy")
                    .noneMatch(policy -> governs(policy, direction) && selects(policy, pod)))
        .map(Workload::name)
        .toList();
  }

  private interface Rule {
    void allow(Workload pod, JsonNode peer, JsonNode port);
  }

  private void forEachRule(String direction, String peers, Rule rule) {
    for (JsonNode policy : overlay.kind("NetworkPolicy").toList()) {
      for (JsonNode allowed : policy.at("/spec/" + direction)) {
        if (!governs(policy, direction)) {
          throw new AssertionError(Overlay.name(policy) + " has rules of no type");
        }
        if (allowed.path(peers).isEmpty() || allowed.path("ports").isEmpty()) {
          throw new AssertionError(Overlay.name(policy) + " allows everybody or every port");
        }
        for (Workload pod : overlay.workloads()) {
          if (selects(policy, pod)) {
            allowed
                .path(peers)
                .forEach(
                    peer -> allowed.path("ports").forEach(port -> rule.allow(pod, peer, port)));
          }
        }
      }
    }
  }

  private static boolean governs(JsonNode policy, String direction) {
    return policy
        .at("/spec/policyTypes")
        .valueStream()
        .anyMatch(type -> type.stringValue("").equalsIgnoreCase(direction));
  }

  private static boolean selects(JsonNode policy, Workload pod) {
    return matches(policy.at("/spec/podSelector"), pod.labels());
  }

  private static boolean matches(JsonNode selector, Map<String, String> labels) {
    boolean byLabels =
        selector.path("matchLabels").properties().stream()
            .allMatch(label -> label.getValue().stringValue("").equals(labels.get(label.getKey())));
    return byLabels
        && selector
            .path("matchExpressions")
            .valueStream()
            .allMatch(expression -> matchesExpression(expression, labels));
  }

  private static boolean matchesExpression(JsonNode expression, Map<String, String> labels) {
    if (!expression.path("operator").stringValue("").equals("In")) {
      throw new AssertionError("not read here: " + expression);
    }
    String value = labels.get(expression.path("key").stringValue(""));
    return expression
        .path("values")
        .valueStream()
        .anyMatch(allowed -> allowed.stringValue("").equals(value));
  }

  /// Everybody whom a peer stands for.
  private List<String> peers(JsonNode peer, JsonNode port) {
    if (peer.has("ipBlock")) {
      return List.of(addresses(peer.path("ipBlock"), port.path("port").intValue()));
    }
    if (peer.has("namespaceSelector")) {
      return List.of(elsewhere(peer));
    }
    List<String> pods =
        overlay.workloads().stream()
            .filter(pod -> matches(peer.path("podSelector"), pod.labels()))
            .map(Workload::name)
            .toList();
    return pods.isEmpty() ? List.of("nobody: " + peer) : pods;
  }

  private static String elsewhere(JsonNode peer) {
    String namespace = peer.at("/namespaceSelector/matchLabels").toString();
    String pod = peer.at("/podSelector/matchLabels").toString();
    if (namespace.equals("{\"kubernetes.io/metadata.name\":\"kube-system\"}")
        && pod.equals("{\"k8s-app\":\"kube-dns\"}")) {
      return "dns";
    }
    if (namespace.equals("{\"kubernetes.io/metadata.name\":\"observability\"}")
        && pod.equals("{\"app.kubernetes.io/name\":\"collector\"}")) {
      return "collector";
    }
    return "unknown: " + peer;
  }

  /// The environment says whose addresses they are; where stores share a host the port tells.
  private String addresses(JsonNode block, int port) {
    String cidr = block.path("cidr").stringValue("");
    if (cidr.equals("0.0.0.0/0")) {
      Set<String> except = new TreeSet<>();
      block.path("except").forEach(part -> except.add(part.stringValue("")));
      return except.equals(PRIVATE) ? "outside" : "everywhere";
    }
    return Stream.of(
            new Host("postgres", "postgres", 5432),
            new Host("redis-sessions", "redis", 6379),
            new Host("redis-cache", "redis", 6380),
            new Host("load balancer", "load-balancer", 8000),
            new Host("load balancer", "load-balancer", 8001),
            new Host("emulator", "postgres", 5000))
        .filter(host -> host.port == port)
        .filter(host -> overlay.facts().path(host.fact).stringValue("").equals(cidr))
        .map(Host::name)
        .findFirst()
        .orElse("unknown: " + cidr);
  }

  private record Host(String name, String fact, int port) {}

  private static Flow flow(String from, String to, JsonNode port) {
    if (!port.path("port").isInt() || port.has("endPort")) {
      throw new AssertionError("not one port: " + port);
    }
    return new Flow(
        from, to, port.path("protocol").stringValue("TCP"), port.path("port").intValue());
  }
}
