package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.Glance;
import app.oddiya.domain.video.film.PhotoReading;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlanceFinderTest {

  /// As the domain has them: alike at any time, and in a burst.
  private static final int ALIKE = 6;

  private static final int ALIKE_IN_A_BURST = 14;
  private static final double BLURRED = 0.16;

  private static final FrameSize FRAME = new FrameSize(540, 960);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aPictureSavedAgainIsAlike(int scene) throws IOException, InterruptedException {
    BufferedImage picture = scene(scene, 0);
    Glance original = glance(TestPhotos.png(picture));

    assertThat(original.distance(glance(TestPhotos.jpeg(picture)))).isLessThanOrEqualTo(ALIKE);
    assertThat(original.distance(glance(TestPhotos.png(scaled(picture, 0.7)))))
        .isLessThanOrEqualTo(ALIKE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void theNextOfABurstIsAlike(int scene) throws IOException, InterruptedException {
    BufferedImage picture = scene(scene, 0);
    BufferedImage next =
        picture.getSubimage(12, 8, picture.getWidth() - 24, picture.getHeight() - 20);

    assertThat(glance(TestPhotos.jpeg(picture)).distance(glance(TestPhotos.jpeg(copy(next)))))
        .isLessThanOrEqualTo(ALIKE_IN_A_BURST);
  }

  @Test
  void otherScenesAreNot() throws IOException, InterruptedException {
    for (int one = 1; one <= 8; one++) {
      Glance glance = glance(TestPhotos.jpeg(scene(one, 0)));
      for (int other = 1; other < one; other++) {
        assertThat(glance.distance(glance(TestPhotos.jpeg(scene(other, 0)))))
            .as("%d and %d", one, other)
            .isGreaterThan(ALIKE_IN_A_BURST);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, false", "0.8, false", "1.5, false", "4, true", "7, true", "14, true"})
  void blurIsSeen(double deviation, boolean blurred) throws IOException, InterruptedException {
    for (int scene = 1; scene <= 2; scene++) {
      double sharpness = glance(TestPhotos.png(scene(scene, deviation))).sharpness();

      assertThat(sharpness < BLURRED).as("scene %d: %f", scene, sharpness).isEqualTo(blurred);
    }
  }

  @Test
  void aSharpFaceBeforeASoftGroundIsSharp() throws IOException, InterruptedException {
    BufferedImage portrait = scene(2, 9);
    Graphics2D graphics = portrait.createGraphics();
    graphics.drawImage(scene(2, 0).getSubimage(300, 300, 300, 400), 300, 300, null);
    graphics.dispose();

    assertThat(glance(TestPhotos.png(portrait)).sharpness()).isGreaterThan(BLURRED);
  }

  @Test
  void aPictureOfNothingIsLikeNoOther() throws IOException, InterruptedException {
    BufferedImage fog = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = fog.createGraphics();
    graphics.setColor(Color.LIGHT_GRAY);
    graphics.fillRect(0, 0, 800, 600);
    graphics.dispose();

    assertThat(read(TestPhotos.png(fog)).glance()).isEmpty();
  }

  /// Hills, houses and lights, drawn by chance, then blurred by a bell of that deviation in pixels
  /// of the film's frame.
  private static BufferedImage scene(int seed, double deviation) {
    Random chance = new Random(seed);
    int width = 900;
    int height = 1_000;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setPaint(
        new GradientPaint(0, 0, color(chance), chance.nextInt(width), height, color(chance)));
    graphics.fillRect(0, 0, width, height);
    for (int i = 0; i < 60; i++) {
      graphics.setColor(color(chance));
      int size = 20 + chance.nextInt(i < 10 ? 400 : 90);
      int x = chance.nextInt(width) - size / 2;
      int y = chance.nextInt(height) - size / 2;
      if (chance.nextBoolean()) {
        graphics.fillOval(x, y, size, size);
      } else {
        graphics.fillRect(x, y, size / 2, size);
      }
    }
    graphics.dispose();
    return deviation == 0 ? image : blurred(image, deviation);
  }

  private static Color color(Random chance) {
    return new Color(chance.nextInt(256), chance.nextInt(256), chance.nextInt(256));
  }

  private static BufferedImage blurred(BufferedImage image, double deviation) {
    int reach = (int) Math.ceil(3 * deviation);
    double[] bell = new double[2 * reach + 1];
    double sum = 0;
    for (int i = -reach; i <= reach; i++) {
      bell[i + reach] = Math.exp(-i * i / (2 * deviation * deviation));
      sum += bell[i + reach];
    }
    for (int i = 0; i < bell.length; i++) {
      bell[i] /= sum;
    }
    return along(along(image, bell, 1, 0), bell, 0, 1);
  }

  private static BufferedImage along(BufferedImage image, double[] bell, int dx, int dy) {
    int width = image.getWidth();
    int height = image.getHeight();
    int reach = bell.length / 2;
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] given = image.getRGB(0, 0, width, height, null, 0, width);
    int[] made = new int[given.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int i = -reach; i <= reach; i++) {
          int rgb =
              given[
                  Math.clamp(y + i * dy, 0, height - 1) * width
                      + Math.clamp(x + i * dx, 0, width - 1)];
          red += bell[i + reach] * (rgb >> 16 & 0xff);
          green += bell[i + reach] * (rgb >> 8 & 0xff);
          blue += bell[i + reach] * (rgb & 0xff);
        }
        made[y * width + x] =
            (int) Math.round(red) << 16 | (int) Math.round(green) << 8 | (int) Math.round(blue);
      }
    }
    result.setRGB(0, 0, width, height, made, 0, width);
    return result;
  }

  private static BufferedImage scaled(BufferedImage image, double by) {
    int width = (int) (image.getWidth() * by);
    int height = (int) (image.getHeight() * by);
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }

  private static BufferedImage copy(BufferedImage image) {
    return scaled(image, 1);
  }

  private Glance glance(byte[] photo) throws IOException, InterruptedException {
    return read(photo).glance().orElseThrow();
  }

  private DecodedPhoto read(byte[] photo) throws IOException, InterruptedException {
    Path file = Files.write(Files.createTempFile(folder, "upload", ""), photo);
    return switch (new FfmpegPhotoDecoder(Tools.ffmpeg(), InstantSource.system())
        .read(file, folder, FRAME, Deadline.in(Duration.ofMinutes(1), InstantSource.system()))) {
      case PhotoReading.Readable(DecodedPhoto decoded) -> decoded;
      case PhotoReading.Refused refused -> throw new AssertionError(refused.toString());
    };
  }
}
