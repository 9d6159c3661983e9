package app.oddiya.apps.local.demo;

import static app.oddiya.apps.local.demo.Easel.see;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/// A path through a bamboo grove.
final class Bamboo {

  private Bamboo() {}

  static void draw(Easel on) {
    on.wash(
        0,
        on.height(),
        Daylight.mix(on.light().on(0xcfe6a8), on.light().sun(), 0.35),
        on.light().on(0x27472f));
    on.glow(on.width() * 0.55, on.height() * 0.28, 46, on.light().sun(), 0.75);
    for (int layer = 0; layer < 4; layer++) {
      double haze = 0.6 - 0.19 * layer;
      for (int stem = 0; stem < 15 - 2 * layer; stem++) {
        stem(on, on.chance().nextDouble() * on.width(), 0.7 + 0.85 * layer, Math.max(0, haze));
      }
    }
    Path2D.Double path =
        on.shape(
            on.width() * 0.47,
            on.height() * 0.74,
            on.width() * 0.55,
            on.height() * 0.74,
            on.width() * 0.82,
            on.height() + 1,
            on.width() * 0.18,
            on.height() + 1);
    on.wash(
        path,
        on.height() * 0.74,
        on.height(),
        on.light().on(0xc9b48a, 0.25),
        on.light().on(0x9a8562));
    for (int beam = 0; beam < 5; beam++) {
      double x = on.width() * (0.3 + 0.12 * beam);
      on.wash(
          on.shape(x, -1, x + 4, -1, x - 14, on.height(), x - 26, on.height()),
          0,
          on.height(),
          see(on.light().sun(), 0.16),
          see(on.light().sun(), 0));
    }
  }

  private static void stem(Easel on, double x, double size, double haze) {
    Color bark = on.light().on(0x5d8f4a, haze);
    double lean = on.chance().nextGaussian() * 2;
    on.fill(
        on.shape(
            x, on.height() + 1, x + size, on.height() + 1, x + lean + size * 0.8, -1, x + lean, -1),
        bark);
    on.fill(
        on.shape(
            x,
            on.height() + 1,
            x + size * 0.3,
            on.height() + 1,
            x + lean + size * 0.25,
            -1,
            x + lean,
            -1),
        see(Color.WHITE, 0.16));
    for (double y = on.chance().nextDouble() * 9; y < on.height(); y += 9 + size) {
      double at = x + lean * (1 - y / on.height());
      on.box(at - 0.1, y, size + 0.2, 0.35, Daylight.mix(bark, Color.BLACK, 0.35));
    }
    for (int leaf = 0; leaf < 26; leaf++) {
      double y = on.chance().nextDouble() * on.height() * 0.6;
      AffineTransform place =
          AffineTransform.getTranslateInstance(x + lean + on.chance().nextGaussian() * 7, y);
      place.rotate(on.chance().nextDouble() * Math.PI);
      Shape blade = on.shape(0, 0, 2.2 + size, 0.35, 4.5 + size, 0, 2.2 + size, -0.35);
      on.fill(place.createTransformedShape(blade), see(on.light().on(0x6ea84a, haze), 0.75));
    }
  }
}
