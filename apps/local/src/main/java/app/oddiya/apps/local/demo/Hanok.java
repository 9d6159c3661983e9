package app.oddiya.apps.local.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;

/// Tiled roofs behind tiled roofs.
final class Hanok {

  private Hanok() {}

  static void draw(Easel on) {
    on.sky(on.height() * 0.5);
    on.wash(
        on.ridge(on.height() * 0.36, 6, 0.5),
        on.height() * 0.2,
        on.height() * 0.55,
        on.light().on(0x4d6f6a, 0.5),
        on.light().on(0x7d9a80, 0.6));
    for (int row = 0; row < 4; row++) {
      double size = 26 + 15 * row;
      double y = on.height() * (0.44 + 0.155 * row);
      double shift = on.chance().nextDouble() * size * 0.4;
      for (double x = -size * 0.4 + shift; x < on.width() + size; x += size * 1.12) {
        house(on, x, y, size, 0.34 - 0.1 * row);
      }
    }
  }

  private static void house(Easel on, double x, double y, double size, double haze) {
    double hold = Math.max(0, haze);
    double half = size / 2;
    on.box(x - half * 0.8, y, half * 1.6, size * 0.4, on.light().on(0xe9dcc3, hold));
    for (int post = 0; post < 6; post++) {
      on.box(
          x - half * 0.8 + post * half * 0.308,
          y,
          size * 0.022,
          size * 0.4,
          on.light().on(0x6b3f2a, hold));
    }
    if (on.light().lamps()) {
      on.glow(x, y + size * 0.15, size * 0.35, new Color(0xffc873), 0.75);
    }
    Path2D.Double roof = new Path2D.Double();
    double eaves = y + size * 0.04;
    double top = y - size * 0.25;
    roof.moveTo(x - half * 1.12, eaves - size * 0.075);
    roof.quadTo(x - half * 0.62, eaves - size * 0.05, x - half * 0.55, top);
    roof.quadTo(x, top + size * 0.05, x + half * 0.55, top);
    roof.quadTo(x + half * 0.62, eaves - size * 0.05, x + half * 1.12, eaves - size * 0.075);
    roof.quadTo(x, eaves + size * 0.085, x - half * 1.12, eaves - size * 0.075);
    roof.closePath();
    on.wash(roof, top, eaves, on.light().on(0x59626a, hold), on.light().on(0x2d343a, hold));
    tiles(on, roof, x, top, eaves, half, hold);
    on.graphics().setStroke(new BasicStroke((float) (size * 0.022)));
    on.graphics().setColor(on.light().on(0xe6e2d8, hold + 0.05));
    on.graphics()
        .draw(
            new QuadCurve2D.Double(
                x - half * 0.57, top, x, top + size * 0.05, x + half * 0.57, top));
  }

  private static void tiles(
      Easel on, Shape roof, double x, double top, double eaves, double half, double haze) {
    Graphics2D graphics = on.graphics();
    Shape before = graphics.getClip();
    graphics.clip(roof);
    graphics.setStroke(new BasicStroke((float) (half * 0.018)));
    graphics.setColor(on.light().on(0x1d2226, haze));
    for (int line = -18; line <= 18; line++) {
      double at = x + line * half * 0.062;
      graphics.draw(
          new QuadCurve2D.Double(
              x + line * half * 0.031,
              top,
              at * 0.55 + x * 0.45,
              eaves - half * 0.2,
              at,
              eaves + half * 0.2));
    }
    graphics.setClip(before);
  }
}
