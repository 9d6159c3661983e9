package app.oddiya.apps.local.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/// What a picture is drawn on: 100 units wide, or high if it is upright, and strokes that sceneries
/// have in common.
///
/// @param width in units
/// @param height in units
record Easel(Graphics2D graphics, double width, double height, Daylight light, Random chance) {

  private static final Color NOTHING = new Color(0, 0, 0, 0);

  void fill(Shape shape, Color color) {
    graphics.setColor(color);
    graphics.fill(shape);
  }

  void box(double x, double y, double boxWidth, double boxHeight, Color color) {
    fill(new Rectangle2D.Double(x, y, boxWidth, boxHeight), color);
  }

  void disc(double x, double y, double radius, Color color) {
    fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), color);
  }

  void oval(double x, double y, double radiusX, double radiusY, Color color) {
    fill(new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY), color);
  }

  /// A light that fades away from its middle.
  void glow(double x, double y, double radius, Color color, double strength) {
    Color middle = see(color, strength);
    graphics.setPaint(
        new RadialGradientPaint(
            (float) x,
            (float) y,
            (float) radius,
            new float[] {0, 0.35f, 1},
            new Color[] {middle, see(color, strength * 0.4), see(color, 0)}));
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /// From one colour at `top` to another at `bottom`.
  void wash(double top, double bottom, Color above, Color below) {
    wash(new Rectangle2D.Double(0, top, width, bottom - top), top, bottom, above, below);
  }

  void wash(Shape shape, double top, double bottom, Color above, Color below) {
    graphics.setPaint(new GradientPaint(0, (float) top, above, 0, (float) bottom, below));
    graphics.fill(shape);
  }

  /// The sky down to `horizon`, with a sun or moon and some clouds or stars in it.
  void sky(double horizon) {
    wash(0, horizon + 1, light.zenith(), light.horizon());
    double x = width * (0.2 + 0.6 * chance.nextDouble());
    double y = light == Daylight.DAY ? horizon * 0.2 : horizon * 0.62;
    glow(x, y, 34, light.sun(), light == Daylight.NIGHT ? 0.25 : 0.55);
    disc(x, y, light == Daylight.NIGHT ? 2 : 2.6, light.sun());
    if (light == Daylight.NIGHT) {
      for (int star = 0; star < 120; star++) {
        disc(
            chance.nextDouble() * width,
            chance.nextDouble() * horizon * 0.8,
            0.04 + 0.08 * chance.nextDouble(),
            see(Color.WHITE, 0.3 + 0.6 * chance.nextDouble()));
      }
      return;
    }
    for (int cloud = 0; cloud < 7; cloud++) {
      cloud(
          chance.nextDouble() * width,
          horizon * (0.12 + 0.7 * chance.nextDouble()),
          5 + 9 * chance.nextDouble());
    }
  }

  private void cloud(double x, double y, double size) {
    Color color = Daylight.mix(light.sun(), Color.WHITE, 0.5);
    for (int puff = 0; puff < 14; puff++) {
      double across = chance.nextGaussian() * size * 0.6;
      double radius = size * (0.25 + 0.35 * chance.nextDouble());
      graphics.setPaint(
          new RadialGradientPaint(
              (float) (x + across),
              (float) (y - radius * 0.25),
              (float) radius,
              new float[] {0, 1},
              new Color[] {see(color, 0.22), see(color, 0)}));
      graphics.fill(
          new Ellipse2D.Double(x + across - radius, y - radius * 0.55, 2 * radius, radius * 0.75));
    }
  }

  /// A ridge of hills from the left to the right edge, filled to the bottom.
  Shape ridge(double y, double rise, double roughness) {
    int points = 257;
    double[] heights = new double[points];
    heights[0] = chance.nextGaussian() * rise * 0.3;
    heights[points - 1] = chance.nextGaussian() * rise * 0.3;
    double scale = rise;
    for (int step = points - 1; step > 1; step /= 2) {
      for (int at = step / 2; at < points; at += step) {
        heights[at] =
            (heights[at - step / 2] + heights[at + step / 2]) / 2 + chance.nextGaussian() * scale;
      }
      scale *= roughness;
    }
    Path2D.Double path = new Path2D.Double();
    path.moveTo(-1, height + 1);
    for (int at = 0; at < points; at++) {
      path.lineTo(-1 + (width + 2) * at / (points - 1), y - heights[at]);
    }
    path.lineTo(width + 1, height + 1);
    path.closePath();
    return path;
  }

  /// Water from `top` to `bottom` with the light of the sky in it.
  void water(double top, double bottom, Color far, Color near) {
    wash(top, bottom, far, near);
    for (int glint = 0; glint < 900; glint++) {
      double depth = Math.pow(chance.nextDouble(), 1.7);
      double y = top + (bottom - top) * depth;
      double length = 0.4 + 6 * depth * chance.nextDouble();
      Color color = chance.nextInt(3) == 0 ? light.sun() : light.horizon();
      oval(
          chance.nextDouble() * width,
          y,
          length,
          0.03 + 0.14 * depth,
          see(color, 0.08 + 0.25 * chance.nextDouble()));
    }
  }

  Path2D.Double shape(double... points) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }

  static Color see(Color color, double alpha) {
    if (alpha <= 0) {
      return new Color(color.getRed(), color.getGreen(), color.getBlue(), NOTHING.getAlpha());
    }
    return new Color(
        color.getRed(),
        color.getGreen(),
        color.getBlue(),
        (int) Math.clamp(Math.round(255 * alpha), 0L, 255L));
  }
}
