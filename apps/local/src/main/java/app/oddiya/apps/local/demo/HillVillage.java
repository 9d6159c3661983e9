package app.oddiya.apps.local.demo;

import static app.oddiya.apps.local.demo.Easel.see;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/// Painted houses up a slope.
final class HillVillage {

  private HillVillage() {}

  static void draw(Easel on) {
    on.sky(on.height() * 0.4);
    on.fill(on.ridge(on.height() * 0.27, 6, 0.5), on.light().on(0x54776a, 0.35));
    int[] walls = {0xf4a6a0, 0x8fd0cb, 0xf7d67b, 0x9bb7e0, 0xf6efe2, 0xc9a5d8, 0xf2b07a, 0xa8d5a2};
    int[] roofs = {0x2f6f9f, 0xc65b3c, 0x5a7d5a, 0x8a4f3d, 0x3f4f63};
    int rows = 11;
    for (int row = 0; row < rows; row++) {
      double near = (double) row / rows;
      double size = 5 + 9 * near;
      double y = on.height() * (0.25 + 0.72 * near);
      for (double x = -size * on.chance().nextDouble();
          x < on.width();
          x += size * (0.9 + 0.25 * on.chance().nextDouble())) {
        double up = on.chance().nextDouble() * size * 0.4 + 4 * Math.sin(x * 0.07);
        house(
            on,
            x,
            y - up,
            size,
            walls[on.chance().nextInt(walls.length)],
            roofs[on.chance().nextInt(roofs.length)],
            0.3 * (1 - near));
      }
    }
  }

  private static void house(
      Easel on, double x, double y, double size, int wall, int roof, double haze) {
    double w = size * 0.96;
    double h = size * 1.3;
    Color front = on.light().on(wall, haze);
    on.wash(
        new Rectangle2D.Double(x, y, w, h),
        y,
        y + h,
        front,
        Daylight.mix(front, Color.BLACK, 0.22));
    on.box(x + w * 0.78, y, w * 0.22, h, see(Color.BLACK, 0.14));
    on.fill(
        on.shape(
            x - w * 0.06,
            y,
            x + w * 1.06,
            y,
            x + w * 0.94,
            y - size * 0.24,
            x + w * 0.06,
            y - size * 0.24),
        on.light().on(roof, haze));
    for (int window = 0; window < 2; window++) {
      boolean lit = on.light().lamps() && on.chance().nextInt(3) > 0;
      Color glass = lit ? new Color(0xffdf94) : on.light().on(0x41586b, haze);
      double left = x + w * (0.14 + 0.36 * window);
      on.box(
          left - size * 0.02,
          y + size * 0.18,
          size * 0.24,
          size * 0.27,
          on.light().on(0xfaf7f0, haze));
      on.box(left, y + size * 0.2, size * 0.2, size * 0.23, glass);
    }
  }
}
