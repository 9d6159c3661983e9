package app.oddiya.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The collector is where services and policies look for it, as large as the node has room for, and
/// may do what its configuration does.
class CollectorTest {

  private static final Path FOLDER = Checkout.folder().resolve("deploy/observability");

  private final Overlay applied =
      new Overlay(
          "observability",
          Overlay.documents(Kubectl.unpacked().kustomize(FOLDER)),
          MissingNode.getInstance());
  private final Workload collector = new Workload(applied.one("Deployment", "collector"), applied);
  private final JsonNode container = collector.containers().getFirst();
  private final JsonNode configuration =
      new YAMLMapper().readTree(Checkout.read(FOLDER.resolve("collector.yaml")));

  @Test
  void everyObjectIsValid() {
    assertThat(applied.objects())
        .hasSizeGreaterThan(8)
        .allSatisfy(object -> assertThat(StrictSchema.problems(object)).isEmpty());
  }

  @Test
  void itIsWhereServicesSendTheirTraces() {
    String endpoint =
        Checkout.read(Checkout.manifests().resolve("base/environment.env"))
            .lines()
            .filter(line -> line.startsWith("OTEL_EXPORTER_OTLP_ENDPOINT="))
            .findFirst()
            .orElseThrow();
    JsonNode service = applied.one("Service", "collector");
    assertThat(endpoint)
        .endsWith(
            "=http://collector.%s:%d"
                .formatted(
                    service.at("/metadata/namespace").stringValue(""),
                    service.at("/spec/ports/0/port").intValue()));
    assertThat(collector.port(service.at("/spec/ports/0/targetPort").stringValue("")))
        .hasValue(4318);
    assertThat(configuration.at("/receivers/otlp/protocols/http/endpoint").stringValue(""))
        .isEqualTo("0.0.0.0:4318");
    assertThat(collector.labels())
        .containsAllEntriesOf(Workload.labels(service.at("/spec/selector")));
  }

  @Test
  void kubernetesCanAskWhetherItIsWell() {
    assertThat(configuration.at("/extensions/health_check/endpoint").stringValue(""))
        .isEqualTo("0.0.0.0:" + collector.port("health").orElseThrow());
    assertThat(List.of("readinessProbe", "livenessProbe"))
        .allMatch(
            probe -> container.path(probe).at("/httpGet/port").stringValue("").equals("health"));
  }

  @Test
  void itIsAsLargeAsTheNodeHasRoomFor() {
    JsonNode given =
        Node.described()
            .file()
            .path("addOns")
            .valueStream()
            .filter(addOn -> addOn.path("name").stringValue("").equals("collector"))
            .findAny()
            .orElseThrow();
    assertThat(container.at("/resources/limits/memory").stringValue(""))
        .isEqualTo(container.at("/resources/requests/memory").stringValue(""))
        .isEqualTo(given.path("memory").stringValue(""));
    assertThat(container.at("/resources/requests/cpu").stringValue(""))
        .isEqualTo(given.path("cpu").stringValue(""));
    assertThat(container.path("image").stringValue(""))
        .endsWith(":" + given.path("version").asString());
    assertThat(collector.object().at("/spec/replicas").intValue()).isEqualTo(1);
    // Else two would be there during a release.
    assertThat(collector.object().at("/spec/strategy/type").stringValue("")).isEqualTo("Recreate");
  }

  @Test
  void itKeepsTheRestrictedPodSecurityStandard() {
    assertThat(
            applied
                .one("Namespace", "observability")
                .at("/metadata/labels")
                .path("pod-security.kubernetes.io/enforce")
                .stringValue(""))
        .isEqualTo("restricted");
    PodSecurityTest.isRestrictedPod(collector);
  }

  /// Which pods there are, and nothing that could be changed or is secret.
  @Test
  void itMayReadTheListOfOurPodsOnly() {
    assertThat(applied.kind("ClusterRole")).isEmpty();
    assertThat(applied.kind("Role"))
        .singleElement()
        .satisfies(
            role -> {
              assertThat(role.at("/metadata/namespace").stringValue("")).isEqualTo("oddiya");
              assertThat(role.path("rules").toString())
                  .isEqualTo(
                      "[{\"apiGroups\":[\"\"],\"resources\":[\"pods\"],"
                          + "\"verbs\":[\"get\",\"list\",\"watch\"]}]");
            });
    assertThat(applied.one("RoleBinding", "collector").at("/subjects/0/name").stringValue(""))
        .isEqualTo(collector.pod().path("serviceAccountName").stringValue(""))
        .isEqualTo(Overlay.name(applied.kind("ServiceAccount").findFirst().orElseThrow()));
  }

  @Test
  void whatItsConfigurationAsksForIsInItsEnvironment() {
    JsonNode environment =
        applied
            .kind("ConfigMap")
            .filter(map -> Overlay.name(map).startsWith("collector-environment"))
            .findAny()
            .orElseThrow()
            .path("data");
    assertThat(environment.propertyNames())
        .allMatch(name -> configuration.toString().contains("${env:" + name + "}"));
    assertThat(configuration.toString().replaceAll("\\$\\{env:(AWS_REGION|AMP_WRITE_URL)}", ""))
        .doesNotContain("${env:");
  }
}
