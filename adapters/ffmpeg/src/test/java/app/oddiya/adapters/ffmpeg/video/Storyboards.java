package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.Focus;
import app.oddiya.domain.video.film.Motion;
import app.oddiya.domain.video.film.Scene;
import app.oddiya.domain.video.film.Soundtrack;
import app.oddiya.domain.video.film.Storyboard;
import app.oddiya.domain.video.film.Template;
import app.oddiya.domain.video.film.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Short films of photos that are made up sample by sample.
final class Storyboards {

  static final Motion STILL = new Motion(new View(0.5, 0.5, 1), new View(0.5, 0.5, 1));

  private Storyboards() {}

  /// Brightness at a place of a photo.
  @FunctionalInterface
  interface Brightness {
    double at(int x, int y);
  }

  /// A photo without colour.
  static DecodedPhoto photo(Path folder, int width, int height, Brightness brightness) {
    byte[] planes = new byte[width * height * 3 / 2];
    Arrays.fill(planes, (byte) 128);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        planes[y * width + x] = (byte) Math.round(brightness.at(x, y));
      }
    }
    try {
      Path pixels = Files.write(Files.createTempFile(folder, "photo", ".yuv"), planes);
      return new DecodedPhoto(
          pixels, width, height, Optional.empty(), Optional.empty(), Optional.empty(), Focus.EVEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One photo, without words.
  static Storyboard film(DecodedPhoto photo, Aspect aspect, int seconds, Motion motion) {
    return film(
        aspect,
        seconds,
        List.of(
            new Scene(
                photo, 0, seconds * Storyboard.FRAMES_PER_SECOND, 0, motion, Optional.empty())));
  }

  static Storyboard film(Aspect aspect, int seconds, List<Scene> scenes) {
    return new Storyboard(
        Template.BASIC,
        aspect,
        seconds,
        Locale.KOREAN,
        Optional.empty(),
        scenes,
        0,
        new Soundtrack.Silence());
  }

  static FramePainter painter(Storyboard storyboard) {
    return new FramePainter(storyboard, List.of(), new PhotoShelf(storyboard.scenes()));
  }
}
