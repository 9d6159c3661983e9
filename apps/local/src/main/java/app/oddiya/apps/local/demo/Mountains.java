package app.oddiya.apps.local.demo;

import java.awt.Color;

/// Ridge behind ridge, paler with distance, and pines in front.
final class Mountains {

  private Mountains() {}

  static void draw(Easel on) {
    double horizon = on.height() * 0.55;
    on.sky(horizon + 10);
    for (int range = 0; range < 6; range++) {
      double near = range / 5.0;
      double y = on.height() * (0.34 + 0.11 * range);
      Color top = on.light().on(0x2f5d50, 0.8 - 0.75 * near);
      Color foot = on.light().on(0x5d8a5a, 0.95 - 0.7 * near);
      on.wash(on.ridge(y, 7 - near * 2.5, 0.52), y - 10, y + 22, top, foot);
    }
    double ground = on.height() * 0.9;
    for (int tree = 0; tree < 26; tree++) {
      double x = on.chance().nextDouble() * on.width();
      pine(on, x, ground + 6 + on.chance().nextDouble() * 8, 7 + 8 * on.chance().nextDouble());
    }
  }

  private static void pine(Easel on, double x, double foot, double size) {
    Color color = on.light().on(0x17392f, 0.05 + 0.1 * on.chance().nextDouble());
    on.box(x - size * 0.03, foot - size * 0.3, size * 0.06, size * 0.35, on.light().on(0x3b2c22));
    for (int storey = 0; storey < 5; storey++) {
      double y = foot - size * (0.15 + 0.17 * storey);
      double half = size * (0.26 - 0.045 * storey);
      on.fill(on.shape(x - half, y, x + half, y, x, y - size * 0.32), color);
    }
  }
}
