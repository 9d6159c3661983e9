package app.oddiya.apps.bench.solver;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What is asked of `bench solver`.
///
/// @param instances the folder that they are in
/// @param seconds for each instance
/// @param routes of each instance
record SolverOptions(
    Optional<String> instances, Optional<BigDecimal> seconds, Optional<Integer> routes) {

  private static final List<String> NAMES = List.of("--instances", "--seconds", "--routes");

  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(600);
  private static final int MOST_ROUTES = 14;

  /// One row of the table: how many routes in how much time.
  record Row(int routes, BigDecimal duration) {

    Row {
      duration = duration.stripTrailingZeros();
    }

    double seconds() {
      return duration.doubleValue();
    }

    /// The mean gap that is allowed, in percent. The bars are for a time (0.1, 1, 2 s); a run that
    /// is asked for another is held to the bar of the time before, or of the shortest.
    double bar() {
      if (routes > 1) {
        return 0;
      }
      return seconds() < 1 ? 2 : 1;
    }
  }

  /// @throws IllegalArgumentException with words for who typed them
  static SolverOptions parse(List<String> words) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < words.size(); i += 2) {
      if (!NAMES.contains(words.get(i)) || i + 1 == words.size()) {
        throw new IllegalArgumentException(
            "bench solver takes --instances DIR, --seconds S, --routes M");
      }
      given.put(words.get(i), words.get(i + 1));
    }
    return new SolverOptions(
        Optional.ofNullable(given.get("--instances")),
        Optional.ofNullable(given.get("--seconds")).map(SolverOptions::seconds),
        Optional.ofNullable(given.get("--routes")).map(SolverOptions::routes));
  }

  private static BigDecimal seconds(String word) {
    try {
      BigDecimal seconds = new BigDecimal(word);
      if (seconds.signum() > 0 && seconds.compareTo(MOST_SECONDS) <= 0) {
        return seconds;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--seconds: " + word + " (expected: a number)", e);
    }
    throw new IllegalArgumentException("--seconds: " + word + " (expected: > 0, <= 600)");
  }

  private static int routes(String word) {
    boolean sane =
        word.matches("[0-9]{1,2}")
            && Integer.parseInt(word) >= 1
            && Integer.parseInt(word) <= MOST_ROUTES;
    if (!sane) {
      throw new IllegalArgumentException(
          "--routes: " + word + " (expected: 1.." + MOST_ROUTES + ")");
    }
    return Integer.parseInt(word);
  }

  /// The rows that are asked for: all that have a bar, or of the routes and for the seconds asked.
  ///
  /// @param known the numbers of routes that scores are published for
  List<Row> rows(SortedSet<Integer> known) {
    SortedSet<Integer> wanted = new TreeSet<>(known);
    routes.ifPresent(
        only -> {
          wanted.clear();
          wanted.add(only);
        });
    if (wanted.isEmpty()) {
      wanted.add(1);
    }
    List<Row> rows = new ArrayList<>();
    for (int each : wanted) {
      seconds
          .map(List::of)
          .orElseGet(() -> usualSeconds(each))
          .forEach(time -> rows.add(new Row(each, time)));
    }
    return rows;
  }

  private static List<BigDecimal> usualSeconds(int routes) {
    return routes == 1 ? List.of(new BigDecimal("0.1"), BigDecimal.ONE) : List.of(BigDecimal.TWO);
  }
}
