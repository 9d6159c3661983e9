package app.oddiya.apps.bench.faults;

import app.oddiya.domain.video.film.Aspect;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/// What a customer of a drill orders: films that take their time and no more, or, square ones,
/// films that are really made.
///
/// @param photos two, as files
record Films(Aspect aspect, List<byte[]> photos) {

  /// The shape of films that are really made.
  static final Aspect REAL = Aspect.SQUARE;

  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1200;
  private static final int WINDOWS = 200;

  static Films stubs() {
    byte[] photo = "a photo".getBytes(StandardCharsets.UTF_8);
    return new Films(Aspect.PORTRAIT, List.of(photo, photo));
  }

  static Films real() {
    return new Films(REAL, IntStream.of(1, 2).mapToObj(Films::drawn).toList());
  }

  private static byte[] drawn(int seed) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    for (int i = 0; i < WINDOWS; i++) {
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      graphics.fillRect(
          random.nextInt(WIDTH),
          random.nextInt(HEIGHT),
          random.nextInt(WIDTH / 4),
          random.nextInt(HEIGHT / 4));
    }
    graphics.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", file);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail so", e);
    }
    return file.toByteArray();
  }
}
