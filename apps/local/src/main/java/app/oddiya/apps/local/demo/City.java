package app.oddiya.apps.local.demo;

import static app.oddiya.apps.local.demo.Easel.see;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;

/// Towers by the water, with a bridge.
final class City {

  private City() {}

  static void draw(Easel on) {
    double waterline = on.height() * 0.66;
    on.sky(waterline);
    skyline(on, waterline, 0.55, 26, 13);
    skyline(on, waterline, 0.15, 17, 22);
    Color deep = Daylight.mix(on.light().zenith(), Color.BLACK, 0.35);
    on.water(waterline, on.height(), on.light().on(0x32506e, 0.3), deep);
    bridge(on, waterline);
    if (on.light().lamps()) {
      for (int light = 0; light < 240; light++) {
        double x = on.chance().nextDouble() * on.width();
        double y = waterline + 1 + on.chance().nextDouble() * on.height() * 0.2;
        on.box(x, y, 0.25, 1 + 5 * on.chance().nextDouble(), see(lamp(on), 0.3));
      }
    }
  }

  private static void skyline(Easel on, double foot, double haze, int count, double height) {
    for (int tower = 0; tower < count; tower++) {
      double w = on.width() / count * (0.7 + 0.6 * on.chance().nextDouble());
      double h = height * (0.4 + 0.9 * on.chance().nextDouble());
      double x = on.width() * tower / count;
      Color wall = on.light().on(on.chance().nextBoolean() ? 0x56657c : 0x77808c, haze);
      on.wash(
          new Rectangle2D.Double(x, foot - h, w, h),
          foot - h,
          foot,
          Daylight.mix(wall, Color.WHITE, 0.08),
          wall);
      windows(on, x, foot - h, w, h, haze);
    }
  }

  private static void windows(Easel on, double x, double y, double w, double h, double haze) {
    for (double row = y + 0.7; row < y + h - 0.7; row += 0.95) {
      for (double column = x + 0.4; column < x + w - 0.6; column += 0.8) {
        boolean lit = on.light().lamps() && on.chance().nextInt(5) < 2;
        Color glass = lit ? lamp(on) : on.light().on(0x34475c, haze);
        on.box(column, row, 0.42, 0.5, see(glass, 1 - haze * 0.6));
      }
    }
  }

  private static void bridge(Easel on, double y) {
    Color steel = on.light().lamps() ? new Color(0x8fa6e8) : on.light().on(0xd7dde2);
    Graphics2D graphics = on.graphics();
    graphics.setColor(steel);
    on.box(-1, y - 4.2, on.width() + 2, 0.7, steel);
    for (int tower = 0; tower < 2; tower++) {
      double x = on.width() * (0.27 + 0.46 * tower);
      on.box(x - 0.6, y - 15, 1.2, 17, steel);
    }
    double middle = on.width() / 2;
    double left = on.width() * 0.27;
    double right = on.width() * 0.73;
    graphics.setStroke(new BasicStroke(0.28f));
    graphics.draw(new QuadCurve2D.Double(left, y - 15, middle, y + 4, right, y - 15));
    graphics.draw(new QuadCurve2D.Double(-8, y - 3, left * 0.6, y - 4, left, y - 15));
    graphics.draw(
        new QuadCurve2D.Double(right, y - 15, right + left * 0.4, y - 4, on.width() + 8, y - 3));
    if (on.light().lamps()) {
      for (double x = 1; x < on.width(); x += 3.3) {
        on.glow(x, y - 4.4, 2.4, new Color(0xffe2a0), 0.8);
      }
    }
  }

  private static Color lamp(Easel on) {
    int[] colors = {0xffd98a, 0xffefc4, 0xffb45e, 0x9fd8ff, 0xff8fb1};
    return new Color(colors[on.chance().nextInt(colors.length)]);
  }
}
