package app.oddiya.apps.local.demo;

import static app.oddiya.apps.local.demo.Easel.see;

import java.awt.Color;

/// A coffee and rice cakes, from above.
final class CafeTable {

  private CafeTable() {}

  static void draw(Easel on) {
    on.wash(0, on.height(), new Color(0xa9744f), new Color(0x7c4f35));
    for (int board = 0; board < 9; board++) {
      double y = on.height() * board / 9;
      on.box(0, y, on.width(), 0.25, see(Color.BLACK, 0.3));
      for (int grain = 0; grain < 26; grain++) {
        on.oval(
            on.chance().nextDouble() * on.width(),
            y + on.chance().nextDouble() * on.height() / 9,
            6 + 14 * on.chance().nextDouble(),
            0.09,
            see(new Color(0x4f2f1e), 0.25));
      }
    }
    double x = on.width() * 0.44;
    double y = on.height() * 0.5;
    saucer(on, x, y, 19, 0xf5efe6);
    on.disc(x, y, 13, new Color(0xfffdf8));
    on.disc(x, y, 11.6, new Color(0x8a5430));
    for (int leaf = 0; leaf < 5; leaf++) {
      double size = 8 - 1.4 * leaf;
      on.oval(x, y - 5.5 + leaf * 2.6, size * 0.62, size * 0.34, new Color(0xf1dcc0));
      on.oval(x, y - 4.6 + leaf * 2.6, size * 0.5, size * 0.24, new Color(0x9a6238));
    }
    saucer(on, x + 33, y - 9, 14, 0xdfe7ea);
    for (int cake = 0; cake < 7; cake++) {
      double angle = 2 * Math.PI * cake / 7;
      double px = x + 33 + 7.4 * Math.cos(angle);
      double py = y - 9 + 7.4 * Math.sin(angle);
      int[] rice = {0xf2a7b5, 0xbcd8a2, 0xfdf6ec, 0xf3d27a};
      on.disc(px + 0.4, py + 0.6, 2.8, see(Color.BLACK, 0.2));
      on.disc(px, py, 2.8, new Color(rice[cake % rice.length]));
      on.disc(px - 0.8, py - 0.9, 0.9, see(Color.WHITE, 0.5));
    }
    on.glow(on.width() * 0.12, on.height() * 0.08, 60, new Color(0xfff0cf), 0.5);
  }

  private static void saucer(Easel on, double x, double y, double radius, int color) {
    on.glow(x + 2, y + 3, radius * 1.25, Color.BLACK, 0.6);
    on.disc(x, y, radius, new Color(color));
    on.disc(x, y, radius * 0.9, Daylight.mix(new Color(color), Color.BLACK, 0.07));
    on.disc(x, y, radius * 0.86, Daylight.mix(new Color(color), Color.WHITE, 0.3));
  }
}
