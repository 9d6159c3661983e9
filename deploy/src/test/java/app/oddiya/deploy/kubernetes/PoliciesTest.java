package app.oddiya.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The policies let through what `arrows.md` says, and nothing else: told of senders and of
/// receivers, for a flow between two pods needs both.
class PoliciesTest {

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void whatPodsMaySendIsWhatTheTableSays(Overlay overlay) {
    assertThat(new Policies(overlay).egress())
        .containsExactlyInAnyOrderElementsOf(
            expected(overlay, flow -> isPod(overlay, flow.from())));
  }

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void whatPodsMayBeSentIsWhatTheTableSays(Overlay overlay) {
    assertThat(new Policies(overlay).ingress())
        .containsExactlyInAnyOrderElementsOf(expected(overlay, flow -> isPod(overlay, flow.to())));
  }

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void noPodIsWithoutPolicies(Overlay overlay) {
    Policies policies = new Policies(overlay);
    assertThat(policies.unguarded("ingress")).isEmpty();
    assertThat(policies.unguarded("egress")).isEmpty();
    assertThat(overlay.one("NetworkPolicy", "nothing").path("spec").toString())
        .isEqualTo("{\"podSelector\":{},\"policyTypes\":[\"Ingress\",\"Egress\"]}");
  }

  @Test
  void theTableIsReadWhole() {
    assertThat(Arrows.rows()).hasSize(22);
    assertThat(Arrows.read())
        .contains(
            Flow.tcp("ingress", "gateway", 8080),
            Flow.tcp("gateway", "video", 8085),
            Flow.tcp("llm-agent", "redis-sessions", 6379),
            Flow.tcp("llm-agent", "redis-cache", 6380),
            Flow.tcp("plan", "user", 8082),
            Flow.tcp("plan", "outside", 443),
            Flow.tcp("video-worker", "postgres", 5432),
            Flow.tcp("collector", "llm-agent", 9084),
            new Flow("video-worker", "dns", "UDP", 53))
        .doesNotContain(
            Flow.tcp("gateway", "outside", 443),
            Flow.tcp("gateway", "postgres", 5432),
            Flow.tcp("gateway", "llm-agent", 8084),
            Flow.tcp("auth", "redis-cache", 6380),
            Flow.tcp("video-worker", "plan", 8083));
  }

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void policiesAndServicesMeanPodsThatListenThere(Overlay overlay) {
    List<Workload> pods = overlay.workloads();
    for (Flow flow : new Policies(overlay).ingress()) {
      assertThat(pods.stream().filter(pod -> pod.name().equals(flow.to())))
          .as(flow.toString())
          .singleElement()
          .satisfies(pod -> assertThat(listens(pod)).contains(flow.port()));
    }
  }

  private static Set<Integer> listens(Workload pod) {
    return pod.containers().stream()
        .flatMap(container -> container.path("ports").valueStream())
        .map(port -> port.path("containerPort").intValue())
        .collect(Collectors.toSet());
  }

  /// Where AWS is emulated, whoever may go outside may go to the emulator.
  private static Set<Flow> expected(Overlay overlay, Predicate<Flow> those) {
    Set<Flow> flows =
        Arrows.read().stream().filter(those).collect(Collectors.toCollection(TreeSet::new));
    if (overlay.name().equals("local")) {
      Stream<Flow> outside = Set.copyOf(flows).stream().filter(f -> f.to().equals("outside"));
      outside.forEach(flow -> flows.add(Flow.tcp(flow.from(), "emulator", 5000)));
    }
    return flows;
  }

  private static boolean isPod(Overlay overlay, String name) {
    return overlay.workloads().stream().anyMatch(pod -> pod.name().equals(name));
  }
}
