package app.oddiya.apps.plan.share;

import java.util.List;
import java.util.stream.IntStream;

/// Moves discs apart that would cover each other, and no farther than that takes.
final class Spread {

  /// Of a disc.
  static final double RADIUS = 12;

  private static final double LEAST_DISTANCE = 2 * RADIUS + 3;
  private static final int ROUNDS = 300;

  private Spread() {}

  /// A place on a sheet.
  record Spot(double x, double y) {}

  /// @param stops where the discs would be
  /// @return where they are put, each as near its stop as the others let it
  static List<Spot> apart(List<Spot> stops, double width, double height) {
    int count = stops.size();
    double[] x = stops.stream().mapToDouble(Spot::x).toArray();
    double[] y = stops.stream().mapToDouble(Spot::y).toArray();
    for (int round = 0; round < ROUNDS; round++) {
      boolean hasMoved = false;
      for (int i = 0; i < count; i++) {
        for (int j = i + 1; j < count; j++) {
          hasMoved |= push(x, y, i, j);
        }
      }
      for (int i = 0; i < count; i++) {
        x[i] = Math.clamp(x[i], RADIUS + 2, width - RADIUS - 2);
        y[i] = Math.clamp(y[i], RADIUS + 2, height - RADIUS - 2);
      }
      if (!hasMoved) {
        break;
      }
    }
    return IntStream.range(0, count).mapToObj(i -> new Spot(x[i], y[i])).toList();
  }

  private static boolean push(double[] x, double[] y, int i, int j) {
    double dx = x[j] - x[i];
    double dy = y[j] - y[i];
    double distance = Math.hypot(dx, dy);
    if (distance >= LEAST_DISTANCE) {
      return false;
    }
    if (distance < 0.01) {
      // At one spot any direction does; each pair takes another, so that many fan out.
      double angle = 2.4 * (i * 7 + j);
      dx = Math.cos(angle);
      dy = Math.sin(angle);
      distance = 1;
    }
    double shift = (LEAST_DISTANCE - Math.min(distance, LEAST_DISTANCE)) / 2 + 0.05;
    x[i] -= dx / distance * shift;
    y[i] -= dy / distance * shift;
    x[j] += dx / distance * shift;
    y[j] += dy / distance * shift;
    return true;
  }
}
