package app.oddiya.adapters.ffmpeg.video;

import static java.nio.file.StandardOpenOption.READ;

import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.stream.IntStream;

/// Where large words over a photo hide least of what the eye goes to, such as a face.
final class Clearing {

  /// Of a frame.
  private static final int ROWS = 48;

  /// Of a frame's width, left and right, which words in the middle hardly reach.
  private static final double SIDES = 0.18;

  private static final int COLUMNS = 24;

  /// What moving words by a frame's height is worth, against hiding everything.
  private static final double COST_OF_MOVING = 0.35;

  private final FrameSize frame;

  /// What draws the eye in each row of the frame, 1 in all; nothing anywhere if all are 0.
  private final double[] rows;

  private final double lowest;

  private Clearing(FrameSize frame, double[] rows, double lowest) {
    this.frame = frame;
    this.rows = rows;
    this.lowest = lowest;
  }

  /// Words have their usual place.
  static Clearing everywhere(FrameSize frame) {
    return new Clearing(frame, new double[ROWS], frame.height());
  }

  /// @param photo seen in `view`
  static Clearing over(DecodedPhoto photo, FrameSize frame, View view) {
    double[] weights;
    try (FileChannel pixels = FileChannel.open(photo.pixels(), READ)) {
      weights = FocusFinder.weights(pixels, photo.width(), photo.height());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Sight sight = Sight.ofLuma(photo.width(), photo.height(), frame, view);
    double[] rows = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      int y = cell(sight.y() + sight.step() * frame.height() * (row + 0.5) / ROWS, photo.height());
      for (int column = 0; column < COLUMNS; column++) {
        double across = SIDES + (1 - 2 * SIDES) * (column + 0.5) / COLUMNS;
        int x = cell(sight.x() + sight.step() * frame.width() * across, photo.width());
        if (y >= 0 && x >= 0) {
          rows[row] += weights[y * FocusFinder.CELLS + x];
        }
      }
    }
    double sum = IntStream.range(0, ROWS).mapToDouble(row -> rows[row]).sum();
    return new Clearing(
        frame,
        IntStream.range(0, ROWS).mapToDouble(row -> sum > 0 ? rows[row] / sum : 0).toArray(),
        frame.height());
  }

  /// The same, for words that have to end above something.
  ///
  /// @param y from the upper edge of the frame
  Clearing above(double y) {
    return new Clearing(frame, rows, Math.min(lowest, y));
  }

  /// The middle of words, from the upper edge of the frame: near the usual one and where least is
  /// hidden.
  ///
  /// @param height of the words
  /// @param kept at the top and at the foot of the frame, free of words
  float middle(double usual, double height, double kept) {
    double most = Math.min(lowest, frame.height() - kept) - height / 2;
    double least = kept + height / 2;
    double best = Math.min(usual, most);
    double bestCost = cost(best, height, usual);
    for (double at = least; at <= most; at += (double) frame.height() / ROWS) {
      double cost = cost(at, height, usual);
      if (cost < bestCost) {
        best = at;
        bestCost = cost;
      }
    }
    return (float) best;
  }

  private double cost(double middle, double height, double usual) {
    double from = (middle - height / 2) * ROWS / frame.height();
    double to = (middle + height / 2) * ROWS / frame.height();
    double hidden = 0;
    for (int row = 0; row < ROWS; row++) {
      hidden += rows[row] * Math.max(0, Math.min(to, row + 1) - Math.max(from, row));
    }
    return hidden + COST_OF_MOVING * Math.abs(middle - usual) / frame.height();
  }

  /// Of the photo's grid; negative beside it.
  private static int cell(double sample, int samples) {
    double cell = (sample + 0.5) * FocusFinder.CELLS / samples;
    return cell >= 0 && cell < FocusFinder.CELLS ? (int) cell : -1;
  }
}
