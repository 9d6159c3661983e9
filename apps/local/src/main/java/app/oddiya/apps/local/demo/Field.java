package app.oddiya.apps.local.demo;

import static app.oddiya.apps.local.demo.Easel.see;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/// Rape in bloom, in rows that run to the horizon.
final class Field {

  private Field() {}

  static void draw(Easel on) {
    double horizon = on.height() * 0.42;
    on.sky(horizon + 4);
    on.wash(
        on.ridge(horizon + 1, 5, 0.45),
        horizon - 8,
        horizon + 8,
        on.light().on(0x557c6f, 0.45),
        on.light().on(0x7fa07f, 0.4));
    double vanish = on.width() * 0.55;
    int[] crops = {0xf4c430, 0x6f9e3f, 0xe8b321, 0x4f7f36};
    int rows = 44;
    for (int row = 0; row < rows; row++) {
      double left = vanish + (row - rows / 2.0) * 9;
      Path2D.Double strip =
          on.shape(
              vanish + (row - rows / 2.0) * 0.9,
              horizon + 2,
              vanish + (row + 1 - rows / 2.0) * 0.9,
              horizon + 2,
              left + 9.2,
              on.height() + 1,
              left,
              on.height() + 1);
      int color = crops[row % crops.length];
      on.wash(strip, horizon + 2, on.height(), on.light().on(color, 0.35), on.light().on(color));
    }
    for (int flower = 0; flower < 2600; flower++) {
      double depth = Math.pow(on.chance().nextDouble(), 0.7);
      double y = horizon + 3 + (on.height() - horizon - 3) * depth;
      on.disc(
          on.chance().nextDouble() * on.width(),
          y,
          0.1 + 0.5 * depth * depth,
          see(on.light().on(on.chance().nextInt(4) == 0 ? 0xfff2a8 : 0xffd53d), 0.85));
    }
    windmill(on, on.width() * 0.2, horizon + 3, 17);
    windmill(on, on.width() * 0.33, horizon + 2, 11);
  }

  private static void windmill(Easel on, double x, double foot, double size) {
    Color white = on.light().on(0xf7f7f4, 0.1);
    on.fill(
        on.shape(
            x - size * 0.02,
            foot,
            x + size * 0.02,
            foot,
            x + size * 0.01,
            foot - size,
            x - size * 0.01,
            foot - size),
        white);
    double turn = on.chance().nextDouble();
    for (int blade = 0; blade < 3; blade++) {
      Shape wing = on.shape(0, -size * 0.012, size * 0.5, 0, 0, size * 0.03);
      AffineTransform place = AffineTransform.getTranslateInstance(x, foot - size);
      place.rotate(2 * Math.PI * (blade + turn) / 3);
      on.fill(place.createTransformedShape(wing), white);
    }
    on.disc(x, foot - size, size * 0.025, white);
  }
}
