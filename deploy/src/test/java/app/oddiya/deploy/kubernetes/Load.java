package app.oddiya.deploy.kubernetes;

import java.math.BigDecimal;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What pods take of a node, or what a node has to give.
///
/// @param cpu cores
/// @param memory bytes
/// @param disk bytes of the node's own
record Load(int pods, BigDecimal cpu, BigDecimal memory, BigDecimal disk) {

  static final Load NOTHING = new Load(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /// What one pod of it asks for, or may use.
  ///
  /// @param bound `requests` or `limits`; where a limit is missing the request counts
  static Load ofPod(Workload workload, String bound) {
    return new Load(
        1, sum(workload, bound, "cpu"), sum(workload, bound, "memory"), disk(workload, bound));
  }

  private static BigDecimal sum(Workload workload, String bound, String resource) {
    return workload.containers().stream()
        .map(container -> container.path("resources"))
        .map(resources -> amount(resources, bound, resource))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// What containers are limited to is meant for logs and volumes together.
  private static BigDecimal disk(Workload workload, String bound) {
    BigDecimal containers = sum(workload, bound, "ephemeral-storage");
    BigDecimal volumes =
        workload
            .pod()
            .path("volumes")
            .valueStream()
            .map(volume -> volume.at("/emptyDir/sizeLimit").stringValue("0"))
            .map(Quantity::parse)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return containers.max(volumes);
  }

  private static BigDecimal amount(JsonNode resources, String bound, String resource) {
    return Stream.of(bound, "requests")
        .map(name -> resources.path(name).path(resource).stringValue(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(Quantity::parse)
        .orElseThrow(() -> new AssertionError("no " + resource + " in " + resources));
  }

  Load plus(Load other) {
    return new Load(
        pods + other.pods, cpu.add(other.cpu), memory.add(other.memory), disk.add(other.disk));
  }

  Load times(int count) {
    BigDecimal factor = BigDecimal.valueOf(count);
    return new Load(
        pods * count, cpu.multiply(factor), memory.multiply(factor), disk.multiply(factor));
  }

  boolean fitsInto(Load room) {
    return pods <= room.pods
        && cpu.compareTo(room.cpu) <= 0
        && memory.compareTo(room.memory) <= 0
        && disk.compareTo(room.disk) <= 0;
  }

  @Override
  public String toString() {
    return "%d pods, %s CPU, %d MiB, %d MiB of disk"
        .formatted(
            pods,
            cpu.stripTrailingZeros().toPlainString(),
            memory.longValue() >> 20,
            disk.longValue() >> 20);
  }
}
