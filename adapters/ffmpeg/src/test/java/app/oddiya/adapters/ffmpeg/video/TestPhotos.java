package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.shared.GeoPoint;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Draws photos and writes them as cameras do.
final class TestPhotos {

  /// The corners of [#corners], as they should be seen: top left, top right, bottom left, bottom
  /// right.
  static final Color[] CORNERS = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};

  private TestPhotos() {}

  /// Four rectangles of four colours.
  static BufferedImage corners(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    for (int i = 0; i < 4; i++) {
      graphics.setColor(CORNERS[i]);
      graphics.fillRect(i % 2 * width / 2, i / 2 * height / 2, (width + 1) / 2, (height + 1) / 2);
    }
    graphics.dispose();
    return image;
  }

  /// What a sensor held in way 1..8 would have stored of a scene that looks like `upright`.
  static BufferedImage storedAs(int orientation, BufferedImage upright) {
    boolean turned = orientation >= 5;
    int width = turned ? upright.getHeight() : upright.getWidth();
    int height = turned ? upright.getWidth() : upright.getHeight();
    BufferedImage stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int right = width - 1;
    int bottom = height - 1;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb =
            switch (orientation) {
              case 1 -> upright.getRGB(x, y);
              case 2 -> upright.getRGB(right - x, y);
              case 3 -> upright.getRGB(right - x, bottom - y);
              case 4 -> upright.getRGB(x, bottom - y);
              case 5 -> upright.getRGB(y, x);
              case 6 -> upright.getRGB(bottom - y, x);
              case 7 -> upright.getRGB(bottom - y, right - x);
              case 8 -> upright.getRGB(y, right - x);
              default -> throw new IllegalArgumentException("orientation: " + orientation);
            };
        stored.setRGB(x, y, rgb);
      }
    }
    return stored;
  }

  static byte[] jpeg(BufferedImage image) {
    return jpeg(image, false);
  }

  static byte[] jpeg(BufferedImage image, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setProgressiveMode(
          progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// A JPEG with another segment right behind its beginning.
  static byte[] with(byte[] jpeg, int marker, byte[] payload) {
    ByteBuffer whole = ByteBuffer.allocate(jpeg.length + 4 + payload.length);
    whole.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker);
    whole.putShort((short) (payload.length + 2)).put(payload).put(jpeg, 2, jpeg.length - 2);
    return whole.array();
  }

  /// A JPEG with Exif metadata.
  static byte[] withExif(byte[] jpeg, byte[] tiff) {
    byte[] opening = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    return with(jpeg, 0xe1, ByteBuffer.allocate(6 + tiff.length).put(opening).put(tiff).array());
  }

  static byte[] orientation(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(26);
    tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 1);
    entry(tiff, 0x112, 3, 1, orientation << 16);
    return tiff.putInt(0).array();
  }

  /// Time, offset and position, in the places in which phones write them.
  static byte[] exif(LocalDateTime at, ZoneOffset offset, GeoPoint position) {
    byte[] time =
        DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss\0", Locale.ROOT)
            .format(at)
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] zone = (offset.getId() + "\0").getBytes(StandardCharsets.ISO_8859_1);
    int sub = 8 + 2 + 2 * 12 + 4;
    int gps = sub + 2 + 2 * 12 + 4;
    int data = gps + 2 + 4 * 12 + 4;
    ByteBuffer tiff = ByteBuffer.allocate(data + 20 + 8 + 24 + 24);
    tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8);
    tiff.putShort((short) 2);
    entry(tiff, 0x8769, 4, 1, sub);
    entry(tiff, 0x8825, 4, 1, gps);
    tiff.putInt(0).putShort((short) 2);
    entry(tiff, 0x9003, 2, 20, data);
    entry(tiff, 0x9011, 2, 7, data + 20);
    tiff.putInt(0).putShort((short) 4);
    entry(tiff, 1, 2, 2, (position.lat() < 0 ? 'S' : 'N') << 24);
    entry(tiff, 2, 5, 3, data + 28);
    entry(tiff, 3, 2, 2, (position.lng() < 0 ? 'W' : 'E') << 24);
    entry(tiff, 4, 5, 3, data + 52);
    tiff.putInt(0).put(time).put(zone).position(data + 28);
    degrees(tiff, Math.abs(position.lat()));
    degrees(tiff, Math.abs(position.lng()));
    return tiff.array();
  }

  /// An APP2 segment with as much of a Display P3 profile as tells it from sRGB: two primaries.
  static byte[] displayP3() {
    ByteBuffer segment = ByteBuffer.allocate(14 + 132 + 24 + 40);
    segment.put("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1));
    segment.position(14 + 128).putInt(2);
    segment.put("rXYZ".getBytes(StandardCharsets.ISO_8859_1)).putInt(156).putInt(20);
    segment.put("gXYZ".getBytes(StandardCharsets.ISO_8859_1)).putInt(176).putInt(20);
    segment.putLong(0x58595a2000000000L).putInt(0x83df).putInt(0x3dbf).putInt(-0x45);
    segment.putLong(0x58595a2000000000L).putInt(0x4abf).putInt(0xb137).putInt(0x0ab9);
    return segment.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private static void degrees(ByteBuffer tiff, double degrees) {
    int whole = (int) degrees;
    int minutes = (int) ((degrees - whole) * 60);
    double seconds = ((degrees - whole) * 60 - minutes) * 60;
    tiff.putInt(whole).putInt(1).putInt(minutes).putInt(1);
    tiff.putInt((int) Math.round(seconds * 10_000)).putInt(10_000);
  }
}
