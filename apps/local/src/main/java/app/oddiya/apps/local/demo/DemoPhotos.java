package app.oddiya.apps.local.demo;

import app.oddiya.domain.shared.GeoPoint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Draws the photos of a trip that nobody took: pictures of 12 megapixels as a phone would store
/// them, of what a place's name speaks of, in the light of the hour.
public final class DemoPhotos {

  private static final int LONG_SIDE = 4000;
  private static final int SHORT_SIDE = 3000;

  /// Every third is taken upright, as people do; the sensor does not turn with the phone.
  private static final int UPRIGHT_EVERY = 3;

  /// Two pictures of 36 MB at a time.
  private static final int AT_ONCE = 2;

  private DemoPhotos() {}

  /// Draws one JPEG for each shot, in order, with its time, offset, position and orientation in its
  /// metadata. The same shots give the same pictures.
  public static List<Path> draw(List<Shot> shots, Path folder) {
    try (ExecutorService painters = Executors.newFixedThreadPool(AT_ONCE)) {
      Files.createDirectories(folder);
      List<Future<Path>> drawings = new ArrayList<>();
      List<Scenery> sceneries = sceneries(shots);
      for (int i = 0; i < shots.size(); i++) {
        int number = i;
        drawings.add(
            painters.submit(() -> draw(shots.get(number), sceneries.get(number), number, folder)));
      }
      List<Path> files = new ArrayList<>();
      for (Future<Path> drawing : drawings) {
        files.add(drawing.get());
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a picture could not be drawn", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while drawing", e);
    }
  }

  /// What each shot shows: what its label says, else something that has not been seen for longest.
  private static List<Scenery> sceneries(List<Shot> shots) {
    List<Scenery> oldest = new ArrayList<>(List.of(Scenery.values()));
    List<Scenery> chosen = new ArrayList<>();
    for (Shot shot : shots) {
      Scenery scenery = Scenery.of(shot.label()).orElse(oldest.getFirst());
      oldest.remove(scenery);
      oldest.add(scenery);
      chosen.add(scenery);
    }
    return chosen;
  }

  private static Path draw(Shot shot, Scenery scenery, int number, Path folder) throws IOException {
    boolean upright = number % UPRIGHT_EVERY == UPRIGHT_EVERY - 1;
    BufferedImage image = new BufferedImage(LONG_SIDE, SHORT_SIDE, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    if (upright) {
      // Orientation 6: the top of what was seen is the right edge of what is stored.
      graphics.translate(0, SHORT_SIDE);
      graphics.rotate(-Math.PI / 2);
    }
    double unit = LONG_SIDE / 100.0;
    graphics.scale(unit, unit);
    double longSide = 100;
    double shortSide = 100.0 * SHORT_SIDE / LONG_SIDE;
    Random chance = new Random(31L * number + shot.label().hashCode());
    scenery.draw(
        new Easel(
            graphics,
            upright ? shortSide : longSide,
            upright ? longSide : shortSide,
            Daylight.at(shot.at().toLocalTime()),
            chance));
    graphics.dispose();
    addGrain(image, number);
    Path file = folder.resolve("photo-%02d.jpg".formatted(number + 1));
    CameraFile.write(image, upright ? 6 : 1, shot.at(), shot.offset(), shot.position(), file);
    return file;
  }

  /// A sensor's noise, without which skies would show steps.
  private static void addGrain(BufferedImage image, int seed) {
    byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int noise = 0x2545f491 + seed;
    for (int i = 0; i < samples.length; i += 3) {
      noise ^= noise << 13;
      noise ^= noise >>> 17;
      noise ^= noise << 5;
      int grain = (noise & 3) + (noise >>> 8 & 3) - 3;
      for (int channel = i; channel < i + 3; channel++) {
        samples[channel] = (byte) Math.clamp((samples[channel] & 0xff) + grain, 0, 255);
      }
    }
  }

  /// A photo to draw.
  ///
  /// @param at wall-clock time where it was taken
  /// @param offset of that clock from UTC
  /// @param label the place's name
  /// @param stopId of the stop of a plan at which it was taken
  public record Shot(
      LocalDateTime at, ZoneOffset offset, GeoPoint position, String label, String stopId) {}
}
