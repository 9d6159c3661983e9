package app.oddiya.apps.local.demo;

import static app.oddiya.apps.local.demo.Easel.see;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;

/// A beach with umbrellas, and a lighthouse off it.
final class Coast {

  private Coast() {}

  static void draw(Easel on) {
    double horizon = on.height() * 0.46;
    on.sky(horizon);
    on.fill(on.ridge(horizon - 0.5, 2.4, 0.5), on.light().on(0x4c6a80, 0.45));
    Color deep = on.light().on(0x0e5f86);
    on.water(horizon, on.height(), Daylight.mix(deep, on.light().horizon(), 0.55), deep);
    lighthouse(on, on.width() * 0.78, horizon);
    Path2D.Double beach = new Path2D.Double();
    double shore = on.height() * 0.8;
    beach.moveTo(-1, shore - 4);
    beach.curveTo(
        on.width() * 0.3, shore + 9, on.width() * 0.6, shore - 6, on.width() + 1, shore + 8);
    beach.lineTo(on.width() + 1, on.height() + 1);
    beach.lineTo(-1, on.height() + 1);
    beach.closePath();
    on.graphics().setStroke(new BasicStroke(2.2f));
    on.graphics().setColor(see(Color.WHITE, 0.75));
    on.graphics().draw(beach);
    on.wash(beach, shore - 6, on.height(), on.light().on(0xd9c196), on.light().on(0xf2dcae));
    for (int umbrella = 0; umbrella < 4; umbrella++) {
      umbrella(on, on.width() * (0.14 + 0.22 * umbrella), shore + 9 + 3 * (umbrella % 2));
    }
  }

  private static void lighthouse(Easel on, double x, double y) {
    on.oval(x, y + 0.6, 11, 2.2, on.light().on(0x3a4148));
    on.fill(
        on.shape(x - 1.6, y, x + 1.6, y, x + 1, y - 11, x - 1, y - 11), on.light().on(0xf6f2ea));
    on.box(x - 1.35, y - 6.5, 2.7, 2.2, on.light().on(0xd8432f));
    on.box(x - 1.2, y - 12.6, 2.4, 1.7, on.light().on(0xd8432f));
    if (on.light().lamps()) {
      on.glow(x, y - 11.8, 12, new Color(0xfff0b0), 0.8);
    }
  }

  private static void umbrella(Easel on, double x, double y) {
    int[] colors = {0xe4572e, 0xf3a712, 0x2e86ab, 0xf5f1e6};
    on.oval(x + 2, y + 6.2, 5, 0.8, see(Color.BLACK, 0.18));
    on.box(x - 0.15, y - 1, 0.3, 7, on.light().on(0x8a6f4d));
    for (int stripe = 0; stripe < 6; stripe++) {
      double left = x - 4.8 + stripe * 1.6;
      double from = Math.abs(stripe - 3) * 0.35;
      double to = Math.abs(stripe - 2) * 0.35;
      on.fill(
          on.shape(x, y - 3.6, left, y + from * 0.4, left + 1.6, y + to * 0.4),
          on.light().on(colors[stripe % 2 == 0 ? Math.floorMod((int) x, 3) : 3]));
    }
  }
}
