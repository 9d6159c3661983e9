package app.oddiya.adapters.ffmpeg.video;

import java.awt.image.BufferedImage;

/// Something drawn once and laid over many frames: words, with the shade behind them.
///
/// @param x of its left edge in the frame, even
/// @param y of its upper edge in the frame, even
/// @param width even
/// @param height even
/// @param blue as luma, of half the width and height
/// @param red as blue
record Overlay(int x, int y, int width, int height, Layer luma, Layer blue, Layer red) {

  /// An alpha that lets nothing through.
  static final int OPAQUE = 127;

  /// @param image with alpha, of even width and height
  static Overlay of(BufferedImage image, int x, int y) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
    byte[] luma = new byte[width * height];
    byte[] alpha = new byte[width * height];
    for (int i = 0; i < argb.length; i++) {
      luma[i] = (byte) Math.round(luma(argb[i]) - 128);
      alpha[i] = alpha(argb[i] >>> 24);
    }
    int halfWidth = width / 2;
    int quarter = halfWidth * (height / 2);
    byte[] blue = new byte[quarter];
    byte[] red = new byte[quarter];
    byte[] colorAlpha = new byte[quarter];
    for (int i = 0; i < quarter; i++) {
      int at = i / halfWidth * 2 * width + i % halfWidth * 2;
      int[] four = {argb[at], argb[at + 1], argb[at + width], argb[at + width + 1]};
      float thickness = 0;
      float blueSum = 0;
      float redSum = 0;
      for (int pixel : four) {
        float thick = pixel >>> 24;
        thickness += thick;
        blueSum += thick * blue(pixel);
        redSum += thick * red(pixel);
      }
      blue[i] = (byte) Math.round(blueSum / Math.max(1, thickness));
      red[i] = (byte) Math.round(redSum / Math.max(1, thickness));
      colorAlpha[i] = alpha(thickness / four.length);
    }
    return new Overlay(
        x,
        y,
        width,
        height,
        new Layer(width, luma, alpha),
        new Layer(halfWidth, blue, colorAlpha),
        new Layer(halfWidth, red, colorAlpha));
  }

  private static byte alpha(float of255) {
    return (byte) Math.round(of255 * OPAQUE / 255);
  }

  // BT.709, limited range.

  private static float luma(int rgb) {
    return 16 + 219 / 255f * (0.2126f * r(rgb) + 0.7152f * g(rgb) + 0.0722f * b(rgb));
  }

  private static float blue(int rgb) {
    return 224 / 255f * (-0.1146f * r(rgb) - 0.3854f * g(rgb) + 0.5f * b(rgb));
  }

  private static float red(int rgb) {
    return 224 / 255f * (0.5f * r(rgb) - 0.4542f * g(rgb) - 0.0458f * b(rgb));
  }

  private static int r(int rgb) {
    return (rgb >> 16) & 0xff;
  }

  private static int g(int rgb) {
    return (rgb >> 8) & 0xff;
  }

  private static int b(int rgb) {
    return rgb & 0xff;
  }
}
