package app.oddiya.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A strict API server would take every overlay as it is.
class SchemaTest {

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void everyObjectIsValid(Overlay overlay) {
    assertThat(overlay.objects())
        .hasSizeGreaterThan(50)
        .allSatisfy(object -> assertThat(StrictSchema.problems(object)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void noObjectIsThereTwiceAndAllAreInTheNamespace(Overlay overlay) {
    Set<String> seen = new HashSet<>();
    for (JsonNode object : overlay.objects()) {
      assertThat(seen.add(object.path("kind") + "/" + Overlay.name(object))).isTrue();
      if (!List.of("Namespace", "PriorityClass").contains(object.path("kind").stringValue(""))) {
        assertThat(object.at("/metadata/namespace").stringValue("")).isEqualTo("oddiya");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void nothingIsLeftUnset(Overlay overlay) {
    assertThat(overlay.objects().toString()).doesNotContain("unset").doesNotContain("192.0.2.0");
  }

  /// Each is a mistake that `kubectl apply` without validation swallows or the cluster refuses.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: v1, kind: Service, metadata: {name: x}, spec: {prots: []}}",
        "{apiVersion: v1, kind: Service, metadata: {name: x}, spec: {ports: [{prt: 1}]}}",
        "{apiVersion: v1, kind: Service, metadata: {name: x}, spec: {ports: [{port: '1'}]}}",
        "{apiVersion: v1, kind: Service, metadata: {nmae: x}}",
        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: x}, spec: {replicas: 1}}",
        "{apiVersion: apps/v1, kind: Deploy, metadata: {name: x}}",
        "{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, metadata: {name: x}, spec: {}}",
      })
  void mistakesAreFound(String yaml) {
    assertThat(StrictSchema.problems(Overlay.documents(yaml).getFirst())).isNotEmpty();
  }

  @Test
  void aReleaseIsNamedInOnePlace() {
    for (Overlay overlay : Overlay.all().toList()) {
      String end = ":" + overlay.facts().path("version").stringValue("");
      assertThat(
              overlay.workloads().stream()
                  .filter(workload -> !workload.component().equals("ingress")))
          .hasSize(10)
          .allSatisfy(
              workload ->
                  assertThat(workload.containers())
                      .allSatisfy(
                          container ->
                              assertThat(container.path("image").stringValue(""))
                                  .matches(".+/oddiya-[a-z-]+:.+")
                                  .endsWith(end)));
    }
  }
}
