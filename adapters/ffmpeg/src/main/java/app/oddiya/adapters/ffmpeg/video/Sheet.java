package app.oddiya.adapters.ffmpeg.video;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/// A transparent picture on which words are drawn.
final class Sheet {

  private static final int BLUR_PASSES = 3;

  private final BufferedImage image;

  /// @param width even
  /// @param height even
  Sheet(int width, int height) {
    this(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB));
  }

  private Sheet(BufferedImage image) {
    this.image = image;
  }

  int height() {
    return image.getHeight();
  }

  /// What was drawn, to be laid over frames with its upper edge at `y`.
  Overlay at(int y) {
    return at(0, y);
  }

  /// What was drawn, to be laid over something with its corner at `x` and `y`.
  Overlay at(int x, int y) {
    return Overlay.of(image, x, y);
  }

  /// Fills a part of it with a picture.
  ///
  /// @param where the picture comes to lie before it is moved
  /// @param moved how it is turned and put in its place
  void paste(BufferedImage picture, Rectangle2D where, AffineTransform moved) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.transform(moved);
    graphics.setPaint(new TexturePaint(picture, where));
    graphics.fill(where);
    graphics.dispose();
  }

  /// How dark a row is made, 0..1.
  @FunctionalInterface
  interface Darkness {
    double of(double y);
  }

  void shade(Darkness darkness) {
    int width = image.getWidth();
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      Arrays.fill(row, (int) Math.round(255 * darkness.of(y)) << 24);
      image.setRGB(0, y, width, 1, row, 0, width);
    }
  }

  void fill(List<Shape> shapes, Color color) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(color);
    shapes.forEach(graphics::fill);
    graphics.dispose();
  }

  /// A soft dark edge around shapes, for words on snow.
  void glow(List<Shape> shapes, float radius, float strength) {
    int reach = Math.max(1, Math.round(radius / 2));
    Rectangle around = around(shapes, BLUR_PASSES * reach);
    if (around.isEmpty()) {
      return;
    }
    Sheet shadow = new Sheet(around.width, around.height);
    AffineTransform there = AffineTransform.getTranslateInstance(-around.x, -around.y);
    shadow.fill(
        shapes.stream().map(there::createTransformedShape).toList(), new Color(0, 0, 0, strength));
    shadow.blur(reach);
    Graphics2D graphics = image.createGraphics();
    graphics.drawImage(shadow.image, around.x, around.y, null);
    graphics.dispose();
  }

  /// The part of the sheet that shapes and what is that far from them take up.
  private Rectangle around(List<Shape> shapes, int reach) {
    Rectangle2D bounds = new Rectangle();
    for (Shape shape : shapes) {
      bounds = bounds.isEmpty() ? shape.getBounds2D() : bounds.createUnion(shape.getBounds2D());
    }
    Rectangle around = bounds.getBounds();
    around.grow(reach, reach);
    return around.intersection(new Rectangle(image.getWidth(), image.getHeight()));
  }

  /// Blurs the alpha of something black by three passes of a box in each direction, which is nearly
  /// a bell.
  private void blur(int radius) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
    float[] alpha = new float[argb.length];
    for (int i = 0; i < argb.length; i++) {
      alpha[i] = argb[i] >>> 24;
    }
    for (int pass = 0; pass < BLUR_PASSES; pass++) {
      for (int y = 0; y < height; y++) {
        box(alpha, y * width, 1, width, radius);
      }
      for (int x = 0; x < width; x++) {
        box(alpha, x, width, height, radius);
      }
    }
    for (int i = 0; i < argb.length; i++) {
      argb[i] = Math.round(alpha[i]) << 24;
    }
    image.setRGB(0, 0, width, height, argb, 0, width);
  }

  private static void box(float[] values, int from, int step, int length, int radius) {
    float[] line = new float[length];
    for (int i = 0; i < length; i++) {
      line[i] = values[from + i * step];
    }
    float sum = 0;
    for (int i = 0; i < Math.min(radius, length); i++) {
      sum += line[i];
    }
    for (int i = 0; i < length; i++) {
      sum += i + radius < length ? line[i + radius] : 0;
      sum -= i - radius - 1 >= 0 ? line[i - radius - 1] : 0;
      values[from + i * step] = sum / (2 * radius + 1);
    }
  }
}
