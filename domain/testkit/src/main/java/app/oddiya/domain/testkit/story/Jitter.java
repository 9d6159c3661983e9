package app.oddiya.domain.testkit.story;

import java.util.ArrayList;
import java.util.List;

/// How far a tracked point of a film strays from a smooth path.
public final class Jitter {

  private static final int FRAMES = 17;
  private static final int DEGREE = 5;

  private Jitter() {}

  /// The middle of what is brighter than `ground`, by the square of how much it is: in the faint
  /// rim of a dot the steps of 8-bit samples are all that moves.
  ///
  /// @param luma rows of a frame without padding
  /// @return x and y
  public static double[] middle(byte[] luma, int width, int height, int ground) {
    double sum = 0;
    double sumX = 0;
    double sumY = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int over = (luma[y * width + x] & 0xff) - ground;
        if (over > 0) {
          double weight = (double) over * over;
          sum += weight;
          sumX += weight * x;
          sumY += weight * y;
        }
      }
    }
    return new double[] {sumX / sum, sumY / sum};
  }

  /// Root mean square distance from polynomials of degree 5, fitted to each 17 frames.
  public static double rms(List<Double> path) {
    double squares = 0;
    int windows = path.size() - FRAMES + 1;
    for (int first = 0; first < windows; first++) {
      List<Double> residuals = residuals(path.subList(first, first + FRAMES));
      double middle = residuals.get(FRAMES / 2);
      squares += middle * middle;
    }
    return Math.sqrt(squares / windows);
  }

  /// What is left of `values` when a polynomial is taken away: projections on polynomials that are
  /// orthogonal over the places (Gram and Schmidt).
  private static List<Double> residuals(List<Double> values) {
    int count = values.size();
    double[] left = values.stream().mapToDouble(Double::doubleValue).toArray();
    List<double[]> basis = new ArrayList<>();
    for (int degree = 0; degree <= DEGREE; degree++) {
      double[] next = new double[count];
      for (int i = 0; i < count; i++) {
        next[i] = Math.pow((2.0 * i - (count - 1)) / (count - 1), degree);
      }
      for (double[] before : basis) {
        subtract(next, before, dot(next, before) / dot(before, before));
      }
      subtract(left, next, dot(left, next) / dot(next, next));
      basis.add(next);
    }
    List<Double> residuals = new ArrayList<>();
    for (double value : left) {
      residuals.add(value);
    }
    return residuals;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void subtract(double[] from, double[] what, double times) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= what[i] * times;
    }
  }
}
