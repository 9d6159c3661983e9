package app.oddiya.apps.bench.solver;

import app.oddiya.apps.bench.BenchFailure;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;

/// Says what some routes are worth, by the file and by nothing that the solver or its reader has
/// computed: walks every route in decimals, from the opening of the base to its closing.
final class Validator {

  private static final MathContext PRECISE = new MathContext(40);

  private final String name;
  private final int decimals;
  private final Map<Integer, Map<String, BigDecimal>> places = new HashMap<>();

  Validator(Path file) {
    name = file.getFileName().toString();
    decimals = name.startsWith("pr") ? 2 : 1;
    try (Scanner scanner = new Scanner(Files.readString(file))) {
      scanner.nextLine();
      scanner.nextLine();
      while (scanner.hasNext()) {
        int id = scanner.nextInt();
        Map<String, BigDecimal> place = new HashMap<>();
        for (String field : List.of("x", "y", "duration", "score")) {
          place.put(field, new BigDecimal(scanner.next()));
        }
        scanner.next();
        for (int skipped = scanner.nextInt(); skipped > 0; skipped--) {
          scanner.next();
        }
        place.put("open", new BigDecimal(scanner.next()));
        place.put("close", new BigDecimal(scanner.next()));
        places.put(id, place);
      }
    } catch (IOException e) {
      throw new BenchFailure(file + ": " + e.getMessage(), e);
    }
  }

  /// The score of routes that are possible.
  ///
  /// @param routes the numbers of the vertices visited, without the base
  /// @throws BenchFailure if a route comes too late anywhere, or a vertex is visited twice
  BigDecimal score(List<List<Integer>> routes) {
    Set<Integer> seen = new HashSet<>();
    BigDecimal score = BigDecimal.ZERO;
    for (List<Integer> route : routes) {
      int at = 0;
      BigDecimal time = of(0, "open");
      for (int next : route) {
        if (next == 0 || !seen.add(next)) {
          throw new BenchFailure(name + ": vertex " + next + " is visited twice");
        }
        time = time.add(distance(at, next)).max(of(next, "open"));
        requireInTime(time, next);
        time = time.add(of(next, "duration"));
        score = score.add(of(next, "score"));
        at = next;
      }
      requireInTime(time.add(distance(at, 0)), 0);
    }
    return score;
  }

  private void requireInTime(BigDecimal time, int vertex) {
    if (time.compareTo(of(vertex, "close")) > 0) {
      throw new BenchFailure(name + ": vertex " + vertex + " is reached too late, at " + time);
    }
  }

  private BigDecimal distance(int from, int to) {
    BigDecimal x = of(from, "x").subtract(of(to, "x")).pow(2);
    BigDecimal y = of(from, "y").subtract(of(to, "y")).pow(2);
    return x.add(y).sqrt(PRECISE).setScale(decimals, RoundingMode.DOWN);
  }

  private BigDecimal of(int vertex, String field) {
    Map<String, BigDecimal> place = places.get(vertex);
    if (place == null) {
      throw new BenchFailure(name + " has no vertex " + vertex);
    }
    return place.getOrDefault(field, BigDecimal.ZERO);
  }
}
