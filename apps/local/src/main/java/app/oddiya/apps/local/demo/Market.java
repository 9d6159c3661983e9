package app.oddiya.apps.local.demo;

import static app.oddiya.apps.local.demo.Easel.see;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/// Striped awnings over fruit.
final class Market {

  private Market() {}

  static void draw(Easel on) {
    on.wash(0, on.height(), on.light().on(0x3a2f3d), on.light().on(0x6b4a3c));
    int[] reds = {0xd8432f, 0x1f7a8c, 0xe39b24, 0x2a9d5c};
    for (int row = 0; row < 3; row++) {
      double y = on.height() * (0.1 + 0.3 * row);
      double stall = 27 + 6 * row;
      for (int at = 0; at * stall < on.width() + stall; at++) {
        double x = at * stall - (row % 2) * stall * 0.5;
        crates(on, x, y + stall * 0.36, stall);
        awning(on, x, y, stall, reds[(at + row) % reds.length]);
      }
    }
    for (int lantern = 0; lantern < 16; lantern++) {
      double x = on.width() * (lantern + 0.5) / 16;
      double y = on.height() * 0.05 + 3 * Math.sin(lantern * 0.8);
      on.glow(x, y, 7, new Color(0xffc46b), 0.75);
      on.oval(x, y, 1.5, 1.8, new Color(lantern % 3 == 0 ? 0xff7a4d : 0xfff0c9));
    }
  }

  private static void awning(Easel on, double x, double y, double size, int color) {
    int stripes = 9;
    double w = size / stripes;
    on.box(x, y + size * 0.24, size, size * 0.08, see(Color.BLACK, 0.28));
    for (int stripe = 0; stripe < stripes; stripe++) {
      Color cloth = on.light().on(stripe % 2 == 0 ? color : 0xf7f0e3);
      double left = x + stripe * w;
      on.wash(
          new Rectangle2D.Double(left, y, w + 0.02, size * 0.22),
          y,
          y + size * 0.24,
          Daylight.mix(cloth, Color.BLACK, 0.22),
          cloth);
      on.oval(left + w / 2, y + size * 0.22, w / 2, size * 0.055, cloth);
    }
  }

  private static void crates(Easel on, double x, double y, double size) {
    int[] fruit = {0xf2542d, 0xf5b700, 0x89a23a, 0xdc3b4c, 0xf2c4a0, 0xe86a33};
    on.wash(
        new Rectangle2D.Double(x, y - size * 0.1, size, size * 0.75),
        y - size * 0.1,
        y + size * 0.6,
        on.light().on(0x2b2024),
        on.light().on(0x4f3527));
    for (int box = 0; box < 3; box++) {
      double left = x + size * (0.03 + 0.325 * box);
      int color = fruit[on.chance().nextInt(fruit.length)];
      on.box(left, y + size * 0.1, size * 0.3, size * 0.3, on.light().on(0x9c7446));
      for (int piece = 0; piece < 24; piece++) {
        double px = left + size * 0.3 * (0.1 + 0.8 * on.chance().nextDouble());
        double py = y + size * (0.11 + 0.13 * on.chance().nextDouble());
        double radius = size * 0.035;
        on.disc(px, py + radius * 0.2, radius, on.light().on(0x5a3320));
        on.disc(px, py, radius, on.light().on(color));
        on.disc(px - radius * 0.3, py - radius * 0.35, radius * 0.3, see(Color.WHITE, 0.45));
      }
      on.box(left, y + size * 0.3, size * 0.3, size * 0.04, on.light().on(0x7d5a34));
    }
  }
}
