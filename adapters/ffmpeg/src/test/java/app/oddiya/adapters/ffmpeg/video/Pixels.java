package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.DecodedPhoto;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// Decoded pixels as colours again.
final class Pixels {

  private final byte[] planes;
  private final int width;
  private final int height;

  Pixels(DecodedPhoto photo) {
    this(read(photo), photo.width(), photo.height());
  }

  Pixels(byte[] planes, int width, int height) {
    this.planes = planes;
    this.width = width;
    this.height = height;
  }

  private static byte[] read(DecodedPhoto photo) {
    try {
      return Files.readAllBytes(photo.pixels());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int luma(int x, int y) {
    return planes[y * width + x] & 0xff;
  }

  /// By the matrix of BT.709, limited range.
  Color at(int x, int y) {
    int chroma = width * height + y / 2 * (width / 2) + x / 2;
    double luma = (luma(x, y) - 16) * 255.0 / 219;
    double blue = ((planes[chroma] & 0xff) - 128) * 255.0 / 224;
    double red = ((planes[chroma + width * height / 4] & 0xff) - 128) * 255.0 / 224;
    return new Color(
        level(luma + 1.5748 * red),
        level(luma - 0.1873 * blue - 0.4681 * red),
        level(luma + 1.8556 * blue));
  }

  private static int level(double value) {
    return (int) Math.clamp(Math.round(value), 0L, 255L);
  }
}
