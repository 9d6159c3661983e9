package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.DecodedPhoto;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;

/// Turns video's samples into a picture that can be drawn with.
final class Picture {

  private Picture() {}

  /// A part of a photo, each pixel the mean of a square of it.
  ///
  /// @param left first column
  /// @param top first row
  /// @param width of the result
  /// @param height of the result
  /// @param shrunk side of the squares
  static BufferedImage read(
      DecodedPhoto photo, int left, int top, int width, int height, int shrunk) throws IOException {
    byte[] planes = Files.readAllBytes(photo.pixels());
    int pixels = photo.width() * photo.height();
    int half = photo.width() / 2;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      int fromY = top + y * shrunk;
      for (int x = 0; x < width; x++) {
        int fromX = left + x * shrunk;
        float luma = mean(planes, 0, photo.width(), fromX, fromY, shrunk);
        int side = Math.max(1, shrunk / 2);
        float blue = mean(planes, pixels, half, fromX / 2, fromY / 2, side);
        float red = mean(planes, pixels + pixels / 4, half, fromX / 2, fromY / 2, side);
        row[x] = rgb(luma, blue, red);
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    return image;
  }

  private static float mean(byte[] plane, int at, int stride, int x, int y, int side) {
    int sum = 0;
    for (int row = 0; row < side; row++) {
      int from = at + (y + row) * stride + x;
      for (int i = 0; i < side; i++) {
        sum += plane[from + i] & 0xff;
      }
    }
    return (float) sum / (side * side);
  }

  /// By the matrix of BT.709, limited range.
  static int rgb(float y, float cb, float cr) {
    float luma = (y - 16) * 255 / 219f;
    float blue = (cb - 128) * 255 / 224f;
    float red = (cr - 128) * 255 / 224f;
    return level(luma + 1.5748f * red) << 16
        | level(luma - 0.1873f * blue - 0.4681f * red) << 8
        | level(luma + 1.8556f * blue);
  }

  private static int level(float value) {
    return Math.clamp(Math.round(value), 0, 255);
  }
}
