package app.oddiya.domain.testkit.story;

import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.Focus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Decoded photos that no camera has taken.
public final class PaperPhotos {

  private PaperPhotos() {}

  /// One grey all over.
  ///
  /// @param file to which its pixels are written
  public static DecodedPhoto grey(Path file, int width, int height, byte luma) {
    byte[] pixels = new byte[width * height * 3 / 2];
    Arrays.fill(pixels, (byte) 128);
    Arrays.fill(pixels, 0, width * height, luma);
    try {
      Files.write(file, pixels);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DecodedPhoto(
        file, width, height, Optional.empty(), Optional.empty(), Optional.empty(), Focus.EVEN);
  }
}
