package app.oddiya.adapters.ffmpeg.video;

import java.io.IOException;
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
    int stride = Transposition.padded(height);
    byte[] samples = new byte[Transposition.padded(width) * stride];
    int rowStride = Transposition.padded(width);
    byte[] rows = new byte[BLOCK * rowStride];
    for (int y = 0; y < height; y += BLOCK) {
      for (int row = 0; row < Math.min(BLOCK, height - y); row++) {
        readFully(pixels, at + (long) (y + row) * width, rows, row * rowStride, width);
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
