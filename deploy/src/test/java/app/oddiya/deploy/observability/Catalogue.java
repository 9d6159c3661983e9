package app.oddiya.deploy.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the services tell at `/metrics`: `metrics.txt`, which a test of all services holds to them
/// (`ObservedTripTest`).
///
/// @param metrics names with their labels
/// @param services who tells any
record Catalogue(Map<String, Set<String>> metrics, Set<String> services) {

  /// What the collector adds to each series.
  private static final Set<String> ADDED = Set.of("service", "pod", "instance", "job");

  static Catalogue read(Path file) throws IOException {
    return of(Files.readAllLines(file));
  }

  /// @param lines of a service, a metric and perhaps its labels: `plan jvm_gc action,cause`
  static Catalogue of(List<String> lines) {
    Map<String, Set<String>> metrics = new TreeMap<>();
    Set<String> services = new TreeSet<>();
    for (String line : lines) {
      String[] parts = line.split(" ", -1);
      services.add(parts[0]);
      Set<String> labels = metrics.computeIfAbsent(parts[1], name -> new HashSet<>(ADDED));
      if (parts.length > 2) {
        labels.addAll(Arrays.asList(parts[2].split(",", -1)));
      }
    }
    // The collector's own.
    metrics.put("up", ADDED);
    return new Catalogue(metrics, services);
  }
}
