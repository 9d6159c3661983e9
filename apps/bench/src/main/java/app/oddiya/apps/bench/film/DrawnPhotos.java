package app.oddiya.apps.bench.film;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/// Photos that are drawn: nobody's, and the same for everybody who measures. Their detail falls
/// with its size as that of real photos does, and hills stand before skies with hard edges.
final class DrawnPhotos {

  static final int WIDTH = 4032;
  static final int HEIGHT = 3024;

  /// Of [#dot], in pixels from its photo's left and upper edge.
  private static final double DOT_X = 2016.3;

  private static final double DOT_Y = 1511.7;
  private static final double DOT_SIZE = 26;
  static final int GROUND = 40;

  private static final int OCTAVES = 9;

  private DrawnPhotos() {}

  /// Writes `count` JPEGs of 12 megapixels each.
  static void landscapes(Path folder, int count) throws IOException {
    for (int number = 0; number < count; number++) {
      Path file = folder.resolve("photo-%02d.jpg".formatted(number));
      if (!Files.exists(file)) {
        Path part = folder.resolveSibling("part.jpg");
        ImageIO.write(landscape(number), "jpeg", part.toFile());
        Files.move(part, file);
      }
    }
  }

  /// Writes one PNG: a bell of light on a plain ground.
  static void dot(Path folder) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double distance = Math.hypot(x - DOT_X, y - DOT_Y) / DOT_SIZE;
        int level = (int) Math.round(GROUND + 180 * Math.exp(-distance * distance / 2));
        image.setRGB(x, y, level << 16 | level << 8 | level);
      }
    }
    ImageIO.write(image, "png", folder.resolve("dot.png").toFile());
  }

  private static BufferedImage landscape(int seed) {
    Random chance = new Random(seed);
    float[] ground = noise(chance);
    float[] hills = noise(chance);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    int tint = chance.nextInt(60);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double horizon = HEIGHT * (0.35 + 0.25 * hills[x]);
        boolean sky = y < horizon;
        double detail =
            sky ? 0.15 * (ground[y / 4 * WIDTH + x / 4] - 0.5) : ground[y * WIDTH + x] - 0.5;
        double light = (sky ? 190 - 50.0 * y / HEIGHT : 110) + 150 * detail;
        int red = level(light - (sky ? tint : 10));
        int green = level(light + (sky ? 0 : tint / 3.0));
        int blue = level(light + (sky ? 30 : -tint));
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return image;
  }

  private static int level(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }

  /// Around a half, each octave of half the size and somewhat more than half the strength.
  private static float[] noise(Random chance) {
    float[] sum = new float[WIDTH * HEIGHT];
    Arrays.fill(sum, 0.5f);
    float strength = 0.3f;
    for (int octave = 0; octave < OCTAVES; octave++) {
      int step = 1 << (OCTAVES - octave);
      int columns = WIDTH / step + 2;
      float[] lattice = new float[columns * (HEIGHT / step + 2)];
      for (int i = 0; i < lattice.length; i++) {
        lattice[i] = chance.nextFloat() - 0.5f;
      }
      for (int y = 0; y < HEIGHT; y++) {
        float down = (float) (y % step) / step;
        for (int x = 0; x < WIDTH; x++) {
          int at = y / step * columns + x / step;
          float across = (float) (x % step) / step;
          float above = lattice[at] + (lattice[at + 1] - lattice[at]) * across;
          float below =
              lattice[at + columns] + (lattice[at + columns + 1] - lattice[at + columns]) * across;
          sum[y * WIDTH + x] += strength * (above + (below - above) * down);
        }
      }
      strength *= 0.78f;
    }
    return sum;
  }
}
