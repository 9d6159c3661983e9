package app.oddiya.apps.local.demo;

import static app.oddiya.apps.local.demo.Easel.see;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;

/// A pagoda between cherry branches.
final class Temple {

  private Temple() {}

  static void draw(Easel on) {
    on.sky(on.height() * 0.7);
    on.wash(
        on.ridge(on.height() * 0.5, 8, 0.5),
        on.height() * 0.3,
        on.height(),
        on.light().on(0x5a7a68, 0.5),
        on.light().on(0x90a684, 0.3));
    double ground = on.height() * 0.84;
    on.wash(ground, on.height(), on.light().on(0xb9a98b), on.light().on(0x857660));
    double x = on.width() * 0.5;
    double scale = Math.min(on.width(), on.height()) / 75;
    for (int storey = 0; storey < 5; storey++) {
      double w = (22 - 3.2 * storey) * scale;
      double y = ground - (7 + 10 * storey) * scale;
      on.box(x - w * 0.34, y, w * 0.68, 8 * scale, on.light().on(0x9a3b2a));
      for (int post = 0; post < 5; post++) {
        on.box(x - w * 0.34 + post * w * 0.16, y, w * 0.035, 8 * scale, on.light().on(0x2d6a56));
      }
      if (on.light().lamps()) {
        on.glow(x, y + 4 * scale, w * 0.4, new Color(0xffc873), 0.7);
      }
      Path2D.Double roof = new Path2D.Double();
      roof.moveTo(x - w * 0.62, y - 1.2 * scale);
      roof.quadTo(x - w * 0.3, y, x - w * 0.24, y - 3.6 * scale);
      roof.lineTo(x + w * 0.24, y - 3.6 * scale);
      roof.quadTo(x + w * 0.3, y, x + w * 0.62, y - 1.2 * scale);
      roof.quadTo(x, y + 2.6 * scale, x - w * 0.62, y - 1.2 * scale);
      roof.closePath();
      on.wash(
          roof, y - 3.6 * scale, y + 1.5 * scale, on.light().on(0x56646b), on.light().on(0x2a3338));
    }
    on.box(x - 0.25 * scale, ground - 60 * scale, 0.5 * scale, 9 * scale, on.light().on(0xc79a3c));
    on.box(x - 12 * scale, ground - 0.5, 24 * scale, 2 * scale, on.light().on(0x8d857a));
    blossoms(on);
  }

  private static void blossoms(Easel on) {
    for (int branch = 0; branch < 2; branch++) {
      double side = branch == 0 ? 0 : on.width();
      on.graphics().setStroke(new BasicStroke(1.1f));
      on.graphics().setColor(on.light().on(0x3d2b27));
      double inward = branch == 0 ? 1 : -1;
      on.graphics()
          .draw(
              new QuadCurve2D.Double(
                  side - inward * 2,
                  on.height() * 0.1,
                  side + inward * 15,
                  on.height() * 0.16,
                  side + inward * 30,
                  on.height() * (0.08 + 0.14 * branch)));
      for (int flower = 0; flower < 650; flower++) {
        double away = on.chance().nextDouble();
        double x = side + inward * 33 * away;
        double y =
            on.height() * (0.13 + 0.05 * branch) + on.chance().nextGaussian() * (5.5 - 2 * away);
        double tone = on.chance().nextDouble();
        Color petal = Daylight.mix(on.light().on(0xf7b9c9), on.light().on(0xfff3f4), tone);
        on.disc(x, y, 0.35 + 0.55 * on.chance().nextDouble(), see(petal, 0.85));
      }
    }
    for (int petal = 0; petal < 70; petal++) {
      on.oval(
          on.chance().nextDouble() * on.width(),
          on.chance().nextDouble() * on.height(),
          0.4,
          0.26,
          see(on.light().on(0xfbd3dc), 0.8));
    }
  }
}
