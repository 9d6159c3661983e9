package app.oddiya.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Every pod keeps the restricted Pod Security Standard, and the namespace refuses others.
class PodSecurityTest {

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void theNamespaceEnforcesIt(Overlay overlay) {
    JsonNode labels = overlay.one("Namespace", "oddiya").at("/metadata/labels");
    assertThat(labels.path("pod-security.kubernetes.io/enforce").stringValue(""))
        .isEqualTo("restricted");
  }

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void everyPodIsRestricted(Overlay overlay) {
    assertThat(overlay.workloads()).hasSize(11).allSatisfy(PodSecurityTest::isRestrictedPod);
  }

  /// A token of the API server is worth stealing, and no pod needs one.
  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void noPodHoldsATokenOfTheCluster(Overlay overlay) {
    assertThat(overlay.workloads())
        .allSatisfy(
            workload ->
                assertThat(workload.pod().path("automountServiceAccountToken").booleanValue(true))
                    .isFalse());
    assertThat(overlay.kind("Role")).isEmpty();
    assertThat(overlay.kind("ClusterRole")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void nobodyWritesButToFoldersOfALimitedSize(Overlay overlay) {
    assertThat(
            overlay.workloads().stream()
                .flatMap(workload -> workload.pod().path("volumes").valueStream())
                .filter(volume -> volume.has("emptyDir")))
        .isNotEmpty()
        .allSatisfy(
            volume -> {
              assertThat(volume.at("/emptyDir/sizeLimit").isString()).isTrue();
              assertThat(volume.at("/emptyDir").has("medium")).isFalse();
            });
  }

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void nothingSecretIsInTheManifests(Overlay overlay) {
    assertThat(overlay.kind("Secret")).isEmpty();
    assertThat(overlay.objects().toString())
        .doesNotContainPattern("-----BEGIN|AKIA[0-9A-Z]{16}|://[^/@\" ]+:[^/@\" ]+@");
  }

  static void isRestrictedPod(Workload workload) {
    JsonNode pod = workload.pod();
    assertThat(pod.at("/securityContext/runAsNonRoot").booleanValue(false)).isTrue();
    assertThat(pod.at("/securityContext/runAsUser").intValue(0)).isPositive();
    assertThat(pod.at("/securityContext/seccompProfile/type").stringValue(""))
        .isEqualTo("RuntimeDefault");
    for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
      assertThat(pod.has(shared)).as(shared).isFalse();
    }
    assertThat(volumeKinds(pod)).isSubsetOf("configMap", "emptyDir", "projected");
    assertThat(workload.containers()).allSatisfy(PodSecurityTest::isRestricted);
  }

  private static void isRestricted(JsonNode container) {
    JsonNode context = container.path("securityContext");
    assertThat(context.path("allowPrivilegeEscalation").booleanValue(true)).isFalse();
    assertThat(context.path("readOnlyRootFilesystem").booleanValue(false)).isTrue();
    assertThat(context.path("capabilities").toString()).isEqualTo("{\"drop\":[\"ALL\"]}");
    assertThat(context.has("privileged")).isFalse();
    assertThat(container.path("ports").valueStream().anyMatch(port -> port.has("hostPort")))
        .isFalse();
  }

  private static Set<String> volumeKinds(JsonNode pod) {
    Set<String> kinds = new TreeSet<>();
    pod.path("volumes").forEach(volume -> kinds.addAll(volume.propertyNames()));
    kinds.remove("name");
    return kinds;
  }
}
