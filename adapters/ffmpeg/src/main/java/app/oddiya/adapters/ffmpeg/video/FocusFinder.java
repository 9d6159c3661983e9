package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Focus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/// Finds where the eye goes in a picture: to the detail that stands out from the rest of it, rather
/// in the middle than at the rim. No model of what is seen; a face before a wall wins, a crowd does
/// not.
final class FocusFinder {

  private static final int CELLS = 24;

  /// Only every so many rows and columns are looked at: what matters is larger.
  private static final int STEP = 4;

  /// Width of the bell that prefers the middle, in widths of the picture.
  private static final double MIDDLE = 0.38;

  /// Deviation of something spread evenly from 0 to 1.
  private static final double EVEN_DEVIATION = Math.sqrt(1.0 / 12);

  private FocusFinder() {}

  /// @param pixels of which the first `width * height` bytes are luma
  static Focus find(FileChannel pixels, int width, int height) throws IOException {
    double[] detail = detail(pixels, width, height);
    double[] sorted = detail.clone();
    Arrays.sort(sorted);
    double usual = sorted[sorted.length / 2];
    double sum = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumYy = 0;
    for (int cell = 0; cell < detail.length; cell++) {
      int column = cell % CELLS;
      int row = cell / CELLS;
      double x = (column + 0.5) / CELLS;
      double y = (row + 0.5) / CELLS;
      double weight = Math.max(0, detail[cell] - usual) * nearMiddle(x) * nearMiddle(y);
      sum += weight;
      sumX += weight * x;
      sumY += weight * y;
      sumXx += weight * x * x;
      sumYy += weight * y * y;
    }
    if (sum <= 0) {
      return Focus.EVEN;
    }
    double x = sumX / sum;
    double y = sumY / sum;
    double variance = (sumXx / sum - x * x + sumYy / sum - y * y) / 2;
    double spread = Math.sqrt(Math.max(0, variance)) / EVEN_DEVIATION;
    return new Focus(x, y, Math.clamp(spread, 0, 1));
  }

  /// Mean step of brightness in each cell of a coarse grid.
  private static double[] detail(FileChannel pixels, int width, int height) throws IOException {
    double[] sum = new double[CELLS * CELLS];
    int[] count = new int[CELLS * CELLS];
    byte[] above = new byte[width];
    byte[] row = new byte[width];
    for (int y = 0; y < height; y += STEP) {
      readRow(pixels, (long) y * width, row);
      for (int x = STEP; y > 0 && x < width; x += STEP) {
        int here = row[x] & 0xff;
        int step = Math.abs(here - (row[x - STEP] & 0xff)) + Math.abs(here - (above[x] & 0xff));
        int cell = y * CELLS / height * CELLS + x * CELLS / width;
        sum[cell] += step;
        count[cell]++;
      }
      byte[] spare = above;
      above = row;
      row = spare;
    }
    for (int cell = 0; cell < sum.length; cell++) {
      sum[cell] /= Math.max(1, count[cell]);
    }
    return sum;
  }

  private static void readRow(FileChannel pixels, long at, byte[] row) throws IOException {
    ByteBuffer target = ByteBuffer.wrap(row);
    while (target.hasRemaining()) {
      if (pixels.read(target, at + target.position()) < 0) {
        throw new IOException("pixels end early");
      }
    }
  }

  private static double nearMiddle(double at) {
    double off = (at - 0.5) / MIDDLE;
    return Math.exp(-off * off);
  }
}
