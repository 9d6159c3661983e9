package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Focus;
import app.oddiya.domain.video.film.FrameSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/// Finds where the eye goes in a picture: to the detail that stands out from the rest of it, to
/// what has the colour of skin, rather in the middle than at the rim. No model of what is seen: a
/// face before a wall wins, and of several things that no frame holds together the one that fills
/// it best.
final class FocusFinder {

  /// In each direction of the grid in which a picture is looked at.
  static final int CELLS = 24;

  /// Only every so many rows and columns are looked at: what matters is larger.
  private static final int STEP = 4;

  /// Width of the bell that prefers the middle, in widths of the picture.
  private static final double MIDDLE = 0.38;

  /// Deviation of something spread evenly from 0 to 1.
  private static final double EVEN_DEVIATION = Math.sqrt(1.0 / 12);

  /// What skin of any shade keeps to (Chai and Ngan, "Face segmentation using skin-color map in
  /// videophone applications", 1999), a little narrower: we leave out what is nearly grey.
  private static final int LEAST_BLUE = 77;

  private static final int MOST_BLUE = 123;
  private static final int LEAST_RED = 137;
  private static final int MOST_RED = 171;
  private static final int DARKEST = 50;

  /// Of the picture. More of that colour is sand, wood or dusk, and says nothing.
  private static final double MOST_SKIN = 0.3;

  /// Of the picture, from which on it counts in full: some face.
  private static final double ENOUGH_SKIN = 0.01;

  /// Against all detail together.
  private static final double WEIGHT_OF_SKIN = 2;

  /// Faces are above hands: what this leaves of skin at the foot of a picture.
  private static final double LOW_SKIN = 0.4;

  private FocusFinder() {}

  /// @param pixels of a decoded photo: its planes of luma, blue and red
  /// @param frame of which one has to be filled
  static Focus find(FileChannel pixels, int width, int height, FrameSize frame) throws IOException {
    double[] weights = weights(pixels, width, height);
    double ratio = (double) width / height / frame.ratio();
    return center(weights, bestWindow(weights, Math.min(1, 1 / ratio), Math.min(1, ratio)));
  }

  /// How much each cell of the grid draws the eye, row by row from the top; 0 where nothing does.
  static double[] weights(FileChannel pixels, int width, int height) throws IOException {
    return weights(detail(pixels, width, height), skin(pixels, width, height));
  }

  private static double[] weights(double[] detail, double[] skin) {
    double[] sorted = detail.clone();
    Arrays.sort(sorted);
    double usual = sorted[sorted.length / 2];
    double[] standing = Arrays.stream(detail).map(each -> Math.max(0, each - usual)).toArray();
    double share = Arrays.stream(skin).sum() / skin.length;
    double certainty = share > MOST_SKIN ? 0 : Math.min(1, share / ENOUGH_SKIN);
    double[] high = new double[skin.length];
    for (int cell = 0; cell < skin.length; cell++) {
      high[cell] = skin[cell] * (1 - (1 - LOW_SKIN) * y(cell));
    }
    double ofDetail = 1 / Math.max(1e-9, Arrays.stream(standing).sum());
    double ofSkin = WEIGHT_OF_SKIN * certainty / Math.max(1e-9, Arrays.stream(high).sum());
    double[] weights = new double[detail.length];
    for (int cell = 0; cell < weights.length; cell++) {
      weights[cell] =
          (standing[cell] * ofDetail + high[cell] * ofSkin)
              * nearMiddle(x(cell))
              * nearMiddle(y(cell));
    }
    return weights;
  }

  /// The cells that one frame can hold with the most weight; the middle ones of several.
  ///
  /// @param wide share of the picture that a frame holds
  /// @param high share of the picture that a frame holds
  private static Window bestWindow(double[] weights, double wide, double high) {
    int columns = Math.clamp(Math.round(wide * CELLS), 1, CELLS);
    int rows = Math.clamp(Math.round(high * CELLS), 1, CELLS);
    Window best = new Window((CELLS - columns) / 2, (CELLS - rows) / 2, columns, rows);
    double most = best.sum(weights);
    for (int left = 0; left + columns <= CELLS; left++) {
      for (int top = 0; top + rows <= CELLS; top++) {
        Window window = new Window(left, top, columns, rows);
        double sum = window.sum(weights);
        if (sum > most * (1 + 1e-9)) {
          best = window;
          most = sum;
        }
      }
    }
    return best;
  }

  private static Focus center(double[] weights, Window window) {
    double sum = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumYy = 0;
    for (int cell = 0; cell < weights.length; cell++) {
      double weight = window.holds(cell) ? weights[cell] : 0;
      double x = x(cell);
      double y = y(cell);
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

  private static double x(int cell) {
    return (cell % CELLS + 0.5) / CELLS;
  }

  private static double y(int cell) {
    int row = cell / CELLS;
    return (row + 0.5) / CELLS;
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

  /// Share of each cell that has the colour of skin, squared: faces are of one piece, and what soil
  /// and walls have of that colour is scattered.
  private static double[] skin(FileChannel pixels, int width, int height) throws IOException {
    int halfWidth = width / 2;
    long blueAt = (long) width * height;
    long redAt = blueAt + blueAt / 4;
    double[] share = new double[CELLS * CELLS];
    int[] count = new int[CELLS * CELLS];
    byte[] luma = new byte[width];
    byte[] blue = new byte[halfWidth];
    byte[] red = new byte[halfWidth];
    for (int y = 0; y < height / 2; y += STEP / 2) {
      readRow(pixels, 2L * y * width, luma);
      readRow(pixels, blueAt + (long) y * halfWidth, blue);
      readRow(pixels, redAt + (long) y * halfWidth, red);
      for (int x = 0; x < halfWidth; x += STEP / 2) {
        int cell = 2 * y * CELLS / height * CELLS + 2 * x * CELLS / width;
        share[cell] += isSkin(luma[2 * x] & 0xff, blue[x] & 0xff, red[x] & 0xff) ? 1 : 0;
        count[cell]++;
      }
    }
    for (int cell = 0; cell < share.length; cell++) {
      share[cell] /= Math.max(1, count[cell]);
      share[cell] *= share[cell];
    }
    return share;
  }

  private static boolean isSkin(int luma, int blue, int red) {
    return luma >= DARKEST
        && blue >= LEAST_BLUE
        && blue <= MOST_BLUE
        && red >= LEAST_RED
        && red <= MOST_RED;
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

  /// Cells of the grid.
  private record Window(int left, int top, int columns, int rows) {

    boolean holds(int cell) {
      int column = cell % CELLS - left;
      int row = cell / CELLS - top;
      return column >= 0 && column < columns && row >= 0 && row < rows;
    }

    double sum(double[] weights) {
      double sum = 0;
      for (int row = top; row < top + rows; row++) {
        for (int column = left; column < left + columns; column++) {
          sum += weights[row * CELLS + column];
        }
      }
      return sum;
    }
  }
}
