package app.oddiya.apps.bench;

import java.util.Arrays;
import java.util.Collection;

/// What is said of many measurements.
public final class Statistics {

  private Statistics() {}

  /// The middle one, or the mean of the two in the middle.
  public static double median(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("values: none (expected: one at least)");
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /// The smallest value that at least `percent` of all values do not exceed (nearest rank).
  public static long percentile(long[] values, double percent) {
    if (values.length == 0 || !(percent > 0 && percent <= 100)) {
      throw new IllegalArgumentException(percent + " % of " + values.length + " values");
    }
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
  }
}
