package app.oddiya.apps.bench.solver;

import app.oddiya.apps.bench.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The best scores that others have published: `best.csv` beside the instances, of which any column
/// and any cell may be missing.
///
/// @param scores by instance, then by number of routes
record BestKnown(Map<String, Map<Integer, Double>> scores) {

  private static final String FILE = "best.csv";
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  /// Nothing is known where there is no such file.
  static BestKnown in(Path folder) {
    Path file = folder.resolve(FILE);
    if (Files.notExists(file)) {
      return new BestKnown(Map.of());
    }
    try {
      List<String[]> rows =
          Files.readAllLines(file).stream()
              .filter(line -> !line.isBlank())
              .map(line -> COMMA.split(line.strip(), -1))
              .toList();
      Map<String, Map<Integer, Double>> scores = new HashMap<>();
      for (String[] row : rows.subList(1, rows.size())) {
        scores.put(row[0], scores(rows.getFirst(), row));
      }
      return new BestKnown(scores);
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new BenchFailure(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Map<Integer, Double> scores(String[] headings, String[] row) {
    Map<Integer, Double> scores = new HashMap<>();
    for (int i = 1; i < Math.min(headings.length, row.length); i++) {
      if (headings[i].matches("m[0-9]+") && !row[i].isEmpty()) {
        scores.put(Integer.parseInt(headings[i].substring(1)), Double.valueOf(row[i]));
      }
    }
    return scores;
  }

  /// The numbers of routes that anything is known for.
  NavigableSet<Integer> routes() {
    NavigableSet<Integer> routes = new TreeSet<>();
    scores.values().forEach(row -> routes.addAll(row.keySet()));
    return routes;
  }

  Optional<Double> of(String instance, int routes) {
    return Optional.ofNullable(scores.getOrDefault(instance, Map.of()).get(routes));
  }
}
