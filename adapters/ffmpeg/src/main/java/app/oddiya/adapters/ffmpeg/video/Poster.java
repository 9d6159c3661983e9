package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.FrameSize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/// Writes one frame as a JPEG.
final class Poster {

  private static final float QUALITY = 0.9f;

  private Poster() {}

  /// @param frame planes as [FramePainter] makes them
  static void write(byte[] frame, FrameSize size, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (FileImageOutputStream output = new FileImageOutputStream(file.toFile())) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(rgb(frame, size), null, null), parameters);
    } finally {
      writer.dispose();
    }
  }

  /// By the matrix of BT.709, limited range.
  private static BufferedImage rgb(byte[] frame, FrameSize size) {
    int width = size.width();
    int pixels = width * size.height();
    BufferedImage image = new BufferedImage(width, size.height(), BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < width; x++) {
        int chroma = pixels + y / 2 * (width / 2) + x / 2;
        row[x] =
            Picture.rgb(
                frame[y * width + x] & 0xff,
                frame[chroma] & 0xff,
                frame[chroma + pixels / 4] & 0xff);
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    return image;
  }
}
