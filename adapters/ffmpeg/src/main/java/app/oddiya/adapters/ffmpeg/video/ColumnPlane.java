package app.oddiya.adapters.ffmpeg.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// One plane of a photo (luma or a colour difference), held column by column: the samples below
/// each other lie next to each other. A column of a frame is then a mix of whole columns of the
/// photo, with the same weights from top to bottom, which is arithmetic that a processor does 16 at
/// a time.
final class ColumnPlane {

  private static final int BLOCK = 8;

  private final byte[] samples;
  private final int width;
  private final int height;
  private final int stride;

  private ColumnPlane(byte[] samples, int width, int height, int stride) {
    this.samples = samples;
    this.width = width;
    this.height = height;
    this.stride = stride;
  }

  /// Reads a plane of rows without padding.
  static ColumnPlane read(FileChannel pixels, long at, int width, int height) throws IOException {
    return of(
        width,
        height,
        (y, rows, offset) -> readFully(pixels, at + (long) y * width, rows, offset, width));
  }

  /// A plane whose unsigned rows, without padding, are in memory.
  static ColumnPlane of(byte[] rows, int width, int height) {
    try {
      return of(
          width, height, (y, target, at) -> System.arraycopy(rows, y * width, target, at, width));
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail so", e);
    }
  }

  /// Puts a row where it is wanted.
  @FunctionalInterface
  private interface Source {
    void row(int y, byte[] target, int at) throws IOException;
  }

  private static ColumnPlane of(int width, int height, Source source) throws IOException {
    int stride = Transposition.padded(height);
    byte[] samples = new byte[Transposition.padded(width) * stride];
    int rowStride = Transposition.padded(width);
    byte[] rows = new byte[BLOCK * rowStride];
    for (int y = 0; y < height; y += BLOCK) {
      for (int row = 0; row < Math.min(BLOCK, height - y); row++) {
        source.row(y + row, rows, row * rowStride);
      }
      for (int x = 0; x < rowStride; x += BLOCK) {
        Transposition.block(rows, x, rowStride, samples, x * stride + y, stride);
      }
    }
    return new ColumnPlane(samples, width, height, stride);
  }

  /// Signed; column `x` starts at `x * stride`. Not a copy, and not to be changed.
  byte[] samples() {
    return samples;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /// From one column to the next, at least the height.
  int stride() {
    return stride;
  }

  private static void readFully(FileChannel from, long at, byte[] to, int offset, int length)
      throws IOException {
    ByteBuffer target = ByteBuffer.wrap(to, offset, length);
    while (target.hasRemaining()) {
      if (from.read(target, at + target.position() - offset) < 0) {
        throw new IOException("pixels end early");
      }
    }
  }
}
