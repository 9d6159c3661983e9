package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.DecodedPhoto;
import java.io.IOException;
import java.nio.channels.FileChannel;

/// A decoded photo in memory.
record PhotoPlanes(ColumnPlane luma, ColumnPlane blue, ColumnPlane red) {

  static PhotoPlanes read(DecodedPhoto photo) throws IOException {
    int width = photo.width();
    int height = photo.height();
    long lumaBytes = (long) width * height;
    try (FileChannel pixels = FileChannel.open(photo.pixels())) {
      if (pixels.size() != lumaBytes * 3 / 2) {
        throw new IOException(
            "pixels: " + pixels.size() + " bytes (expected: " + lumaBytes * 3 / 2 + ")");
      }
      return new PhotoPlanes(
          ColumnPlane.read(pixels, 0, width, height),
          ColumnPlane.read(pixels, lumaBytes, width / 2, height / 2),
          ColumnPlane.read(pixels, lumaBytes * 5 / 4, width / 2, height / 2));
    }
  }
}
