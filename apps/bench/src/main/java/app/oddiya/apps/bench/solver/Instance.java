package app.oddiya.apps.bench.solver;

import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.domain.planning.routing.TourProblem;
import app.oddiya.domain.planning.routing.TourProblem.Aims;
import app.oddiya.domain.planning.routing.TourProblem.Frame;
import app.oddiya.domain.planning.routing.TourProblem.Limits;
import app.oddiya.domain.planning.routing.TourProblem.Offer;
import app.oddiya.domain.planning.routing.TourProblem.Span;
import app.oddiya.domain.planning.routing.TourProblem.Visit;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// A published instance of the team orienteering problem with time windows, as the solver is asked
/// it: all times in the smallest unit that distances are cut to.
///
/// @param name of the file, without its ending
/// @param digits that a distance keeps behind the point
/// @param vertices the base first
record Instance(String name, int digits, List<Vertex> vertices) {

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final int SCORE_DIGITS = 0;

  record Vertex(BigDecimal x, BigDecimal y, int minutes, int score, int open, int close) {}

  static Instance read(Path file) {
    String name = nameOf(file);
    int digits = digitsOf(name);
    try {
      List<String> lines = Files.readAllLines(file);
      List<Vertex> vertices =
          lines.stream()
              .skip(2)
              .filter(line -> !line.isBlank())
              .map(line -> vertex(line, digits))
              .toList();
      return new Instance(name, digits, vertices);
    } catch (IOException | ArithmeticException | IndexOutOfBoundsException e) {
      throw new BenchFailure(file + " is no instance: " + e.getMessage(), e);
    } catch (NumberFormatException e) {
      throw new BenchFailure(file + " is no instance: it has a number that is none", e);
    }
  }

  static String nameOf(Path file) {
    return file.getFileName().toString().replaceFirst("\\.txt$", "");
  }

  /// Distances of Cordeau's instances are cut to two digits, Solomon's to one.
  static int digitsOf(String name) {
    return name.startsWith("pr") ? 2 : 1;
  }

  private static Vertex vertex(String line, int digits) {
    String[] words = SPACES.split(line.strip(), -1);
    return new Vertex(
        new BigDecimal(words[1]),
        new BigDecimal(words[2]),
        whole(words[3], digits),
        whole(words[4], SCORE_DIGITS),
        whole(words[words.length - 2], digits),
        whole(words[words.length - 1], digits));
  }

  private static int whole(String number, int digits) {
    return new BigDecimal(number).movePointRight(digits).intValueExact();
  }

  /// The problem of visiting on `routes` routes what is worth the most.
  TourProblem problem(int routes) {
    int[][] ways = ways();
    List<Visit> visits = new ArrayList<>();
    for (int i = 1; i < vertices.size(); i++) {
      Vertex each = vertices.get(i);
      Offer offer = new Offer(each.score(), List.of(new Span(each.open(), each.close())));
      visits.add(
          new Visit(
              i,
              i,
              each.minutes(),
              0,
              0,
              false,
              OptionalInt.empty(),
              Collections.nCopies(routes, offer)));
    }
    Vertex base = vertices.getFirst();
    return new TourProblem(
        vertices.size(),
        (from, to) -> ways[from][to],
        routes,
        new Frame(OptionalInt.of(0), base.open(), base.close()),
        List.of(),
        visits,
        Limits.NONE,
        Aims.SCORES_ONLY);
  }

  private int[][] ways() {
    int[][] ways = new int[vertices.size()][vertices.size()];
    for (int from = 0; from < ways.length; from++) {
      for (int to = 0; to < from; to++) {
        ways[from][to] = way(vertices.get(from), vertices.get(to));
        ways[to][from] = ways[from][to];
      }
    }
    return ways;
  }

  /// In whole numbers, as the root of a square must not be cut to one less.
  private int way(Vertex from, Vertex to) {
    BigDecimal x = from.x().subtract(to.x());
    BigDecimal y = from.y().subtract(to.y());
    BigInteger square = x.multiply(x).add(y.multiply(y)).movePointRight(2 * digits).toBigInteger();
    return square.sqrt().intValueExact();
  }
}
