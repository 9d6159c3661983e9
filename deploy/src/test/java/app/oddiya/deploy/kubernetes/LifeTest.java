package app.oddiya.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// How pods start, are looked after, and stop within the two minutes that a spot node gives.
class LifeTest {

  private static final int DRAIN = 100;

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void servicesAreProbedAtTheirPrivatePort(Overlay overlay) {
    assertThat(overlay.services())
        .allSatisfy(
            service -> {
              JsonNode container = service.containers().getFirst();
              assertThat(service.port("private").orElseThrow())
                  .isEqualTo(Arrows.port(service.name()) + 1000);
              probes(container, "startupProbe", "/healthz");
              probes(container, "readinessProbe", "/readyz");
              probes(container, "livenessProbe", "/healthz");
            });
  }

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void servicesListenWhereTheirCallersLook(Overlay overlay) {
    JsonNode environment =
        overlay
            .kind("ConfigMap")
            .filter(map -> Overlay.name(map).startsWith("environment"))
            .findAny()
            .orElseThrow();
    for (Workload service : overlay.services()) {
      if (service.name().equals("video-worker")) {
        assertThat(service.port("http")).isEmpty();
        continue;
      }
      int port = service.port("http").orElseThrow();
      assertThat(port).isEqualTo(Arrows.port(service.name()));
      JsonNode door = overlay.one("Service", service.name()).at("/spec/ports/0");
      assertThat(door.path("port").intValue()).isEqualTo(port);
      assertThat(door.path("targetPort").stringValue("")).isEqualTo("http");
      if (!service.name().equals("gateway")) {
        String variable = "ODDIYA_" + Environment.inVariables(service.name()) + "_URL";
        assertThat(environment.at("/data/" + variable).stringValue(""))
            .isEqualTo("http://" + service.name() + ":" + port);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void podsHaveTimeToDrainAndSpotNodesHaveTimeForThem(Overlay overlay) {
    assertThat(overlay.workloads().stream().filter(workload -> !workload.isJob()))
        .allSatisfy(
            workload -> {
              int grace = workload.pod().path("terminationGracePeriodSeconds").intValue();
              int wait =
                  workload
                      .containers()
                      .getFirst()
                      .at("/lifecycle/preStop/sleep/seconds")
                      .intValue();
              assertThat(wait).isPositive();
              assertThat(grace).isEqualTo(110).isGreaterThan(wait + DRAIN);
            });
  }

  /// `minAvailable: 1` of one replica would hold up every drain for ever.
  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void aSingleReplicaMayBeDrained(Overlay overlay) {
    List<Workload> running =
        overlay.workloads().stream().filter(workload -> !workload.isJob()).toList();
    assertThat(running)
        .allSatisfy(
            workload -> {
              JsonNode budget = overlay.one("PodDisruptionBudget", workload.name()).path("spec");
              assertThat(budget.path("maxUnavailable").intValue()).isEqualTo(1);
              assertThat(budget.has("minAvailable")).isFalse();
              assertThat(budget.at("/selector/matchLabels").toString())
                  .contains('"' + workload.name() + '"');
            });
  }

  /// Nobody is pushed out, and every class that is named is there.
  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void everybodyHasAPriorityThatPushesNobodyOut(Overlay overlay) {
    for (Workload workload : overlay.workloads()) {
      String priority = workload.pod().path("priorityClassName").stringValue("");
      JsonNode found = overlay.one("PriorityClass", priority);
      assertThat(found.path("preemptionPolicy").stringValue("")).isEqualTo("Never");
    }
  }

  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void migrationsRunTheProgramOfTheirServiceOnce(Overlay overlay) {
    assertThat(overlay.workloads().stream().filter(Workload::isJob))
        .hasSize(3)
        .allSatisfy(
            job -> {
              JsonNode container = job.containers().getFirst();
              assertThat(container.path("args").toString()).isEqualTo("[\"migrate\"]");
              String service = job.name().replace("-migration", "");
              assertThat(container.path("image").stringValue(""))
                  .contains("/oddiya-" + service + ":");
            });
  }

  /// Everything but what runs is applied first, with the migrations.
  @ParameterizedTest
  @MethodSource("app.oddiya.deploy.kubernetes.Overlay#all")
  void aReleaseStartsWithWhatDoesNotRun(Overlay overlay) {
    assertThat(overlay.objects())
        .allSatisfy(
            object ->
                assertThat(object.at("/metadata/labels/oddiya.app~1step").stringValue(""))
                    .isEqualTo(
                        object.path("kind").stringValue("").equals("Deployment") ? "run" : ""));
  }

  private static void probes(JsonNode container, String probe, String path) {
    JsonNode get = container.path(probe).path("httpGet");
    assertThat(get.path("path").stringValue("")).as(probe).isEqualTo(path);
    assertThat(get.path("port").stringValue("")).as(probe).isEqualTo("private");
  }
}
