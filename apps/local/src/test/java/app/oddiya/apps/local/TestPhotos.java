package app.oddiya.apps.local;

import app.oddiya.apps.local.trip.Photo;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// Small pictures, each unlike the others, sharp enough to count as photographs.
final class TestPhotos {

  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1200;
  private static final int TILE = 80;

  private TestPhotos() {}

  static List<Photo> drawn(Path folder, int count) {
    List<Photo> photos = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path file = folder.resolve("photo-" + i + ".jpg");
      try {
        ImageIO.write(picture(i), "jpg", file.toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      photos.add(Photo.of(file).orElseThrow());
    }
    return photos;
  }

  /// Sky over a plain, and a pattern of tiles that differs from picture to picture.
  private static BufferedImage picture(int number) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setPaint(
        new GradientPaint(
            0, 0, Color.getHSBColor(number / 7f, 0.6f, 0.9f), 0, HEIGHT, Color.WHITE));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    for (int x = 0; x < WIDTH; x += TILE) {
      for (int y = 0; y < HEIGHT; y += TILE) {
        int hash = (x * 31 + y * 17 + number * 7919) % 11;
        if (hash < 5) {
          pen.setColor(Color.getHSBColor((hash + number) / 11f, 0.8f, 0.7f));
          pen.fillRect(x, y, TILE, TILE);
        }
      }
    }
    pen.dispose();
    return image;
  }
}
