package app.oddiya.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Everything fits: the cluster's own pods, every service with as many replicas as its autoscaler
/// may make, and the one pod more that a rollout starts before it stops another.
class CapacityTest {

  private final Node node = Node.described();

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void requestsFitAtFullScaleDuringARollout(Overlay overlay) {
    assertThat(atFullScale(overlay, "requests").plus(largestSurge(overlay, "requests")))
        .matches(load -> load.fitsInto(room(overlay)), "fits into " + room(overlay));
  }

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void limitsFitAtFullScaleDuringARollout(Overlay overlay) {
    assertThat(atFullScale(overlay, "limits").plus(largestSurge(overlay, "limits")))
        .matches(load -> load.fitsInto(room(overlay)), "fits into " + room(overlay));
  }

  /// They run one after another if need be, but one must always find room.
  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void aMigrationTakesNoMoreThanARolloutDoes(Overlay overlay) {
    assertThat(overlay.workloads().stream().filter(Workload::isJob))
        .hasSize(3)
        .allMatch(job -> Load.ofPod(job, "limits").fitsInto(largestSurge(overlay, "limits")));
  }

  /// Memory that is promised twice is taken by killing somebody; CPU that is capped is wasted while
  /// the other core idles.
  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void memoryIsPromisedOnceAndCpuIsNotCapped(Overlay overlay) {
    assertThat(overlay.workloads().stream().flatMap(workload -> workload.containers().stream()))
        .isNotEmpty()
        .allSatisfy(
            container -> {
              JsonNode requests = container.at("/resources/requests");
              JsonNode limits = container.at("/resources/limits");
              assertThat(limits.path("memory").stringValue())
                  .isEqualTo(requests.path("memory").stringValue());
              assertThat(limits.has("cpu")).isFalse();
              assertThat(limits.has("ephemeral-storage")).isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void everyServiceIsScaledFromOneUp(Overlay overlay) {
    assertThat(overlay.services())
        .hasSize(7)
        .allSatisfy(
            service -> {
              assertThat(service.object().at("/spec/replicas").isMissingNode()).isTrue();
              assertThat(service.replicasAtMost()).isBetween(1, 2);
            });
  }

  /// The largest pod finds a place although two nodes' room is in two pieces.
  @Test
  void onTwoNodesNoPieceIsTooSmall() {
    Overlay overlay = Overlay.named("production-two-nodes");
    Load free = room(overlay);
    Load used = atFullScale(overlay, "limits");
    BigDecimal largest =
        overlay.workloads().stream()
            .map(workload -> Load.ofPod(workload, "limits").memory())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    assertThat(free.memory().subtract(used.memory())).isGreaterThanOrEqualTo(largest);
  }

  @Test
  void aNodeGivesWhatTheFormulaOfEksSays() {
    JsonNode file = node.file().path("node");
    int pods = 3 * (6 - 1) + 2;
    assertThat(file.path("pods").intValue()).isEqualTo(pods);
    assertThat(Quantity.parse(file.at("/reserved/memory").stringValue()))
        .isEqualTo(Quantity.parse(255 + 11 * pods + "Mi"));
    assertThat(node.allocatable(1).toString())
        .isEqualTo("17 pods, 1.93 CPU, 3246 MiB, 17408 MiB of disk");
  }

  private Load room(Overlay overlay) {
    int nodes = nodes(overlay);
    Load all = node.allocatable(nodes);
    Load own = node.addOns(nodes);
    return new Load(
        all.pods() - own.pods(),
        all.cpu().subtract(own.cpu()),
        all.memory().subtract(own.memory()),
        all.disk().subtract(own.disk()));
  }

  private static int nodes(Overlay overlay) {
    return overlay.name().endsWith("-two-nodes") ? 2 : 1;
  }

  private static Load atFullScale(Overlay overlay, String bound) {
    return running(overlay).stream()
        .map(workload -> Load.ofPod(workload, bound).times(workload.replicasAtMost()))
        .reduce(Load.NOTHING, Load::plus);
  }

  private static Load largestSurge(Overlay overlay, String bound) {
    return running(overlay).stream()
        .map(workload -> Load.ofPod(workload, bound).times(workload.surge()))
        .reduce(
            Load.NOTHING,
            (a, b) ->
                new Load(
                    Math.max(a.pods(), b.pods()),
                    a.cpu().max(b.cpu()),
                    a.memory().max(b.memory()),
                    a.disk().max(b.disk())));
  }

  private static List<Workload> running(Overlay overlay) {
    return overlay.workloads().stream().filter(workload -> !workload.isJob()).toList();
  }
}
