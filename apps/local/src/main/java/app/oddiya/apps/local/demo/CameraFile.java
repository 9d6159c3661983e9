package app.oddiya.apps.local.demo;

import app.oddiya.domain.shared.GeoPoint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes a JPEG as a phone does: with the time, the place and the way it was held in its Exif
/// metadata (CIPA DC-008).
final class CameraFile {

  private static final float QUALITY = 0.88f;
  private static final int APP1 = 0xffe1;
  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;

  private CameraFile() {}

  /// @param orientation 1..8, how the stored image has to be turned to stand upright
  static void write(
      BufferedImage image,
      int orientation,
      LocalDateTime at,
      ZoneOffset offset,
      GeoPoint position,
      Path file)
      throws IOException {
    byte[] jpeg = jpeg(image);
    byte[] exif = exif(orientation, at, offset, position);
    try (OutputStream output = Files.newOutputStream(file)) {
      output.write(jpeg, 0, 2);
      ByteBuffer head = ByteBuffer.allocate(10).putShort((short) APP1);
      head.putShort((short) (exif.length + 8));
      output.write(head.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).array());
      output.write(exif);
      output.write(jpeg, 2, jpeg.length - 2);
    }
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4 << 20);
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] exif(
      int orientation, LocalDateTime at, ZoneOffset offset, GeoPoint position) {
    String time = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT).format(at);
    String zone = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    Directory sub = new Directory();
    sub.add(0x9003, ASCII, text(time));
    sub.add(0x9004, ASCII, text(time));
    sub.add(0x9010, ASCII, text(zone));
    sub.add(0x9011, ASCII, text(zone));
    Directory gps = new Directory();
    gps.add(1, ASCII, text(position.lat() < 0 ? "S" : "N"));
    gps.add(2, RATIONAL, degrees(Math.abs(position.lat())));
    gps.add(3, ASCII, text(position.lng() < 0 ? "W" : "E"));
    gps.add(4, RATIONAL, degrees(Math.abs(position.lng())));
    Directory main = new Directory();
    main.add(0x010f, ASCII, text("Oddiya"));
    main.add(0x0110, ASCII, text("Demo Camera"));
    main.add(0x0112, SHORT, ByteBuffer.allocate(2).putShort((short) orientation).array());
    main.add(0x0132, ASCII, text(time));
    // Positions within the structure: the three directories, one after the other.
    int begin = 8;
    int subAt = begin + main.bytes() + 2 * Directory.ENTRY;
    int gpsAt = subAt + sub.bytes();
    main.add(0x8769, LONG, ByteBuffer.allocate(4).putInt(subAt).array());
    main.add(0x8825, LONG, ByteBuffer.allocate(4).putInt(gpsAt).array());
    ByteBuffer tiff = ByteBuffer.allocate(gpsAt + gps.bytes());
    tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(begin);
    main.write(tiff);
    sub.write(tiff);
    gps.write(tiff);
    return tiff.array();
  }

  private static byte[] text(String text) {
    return (text + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  /// Degrees, minutes and hundred-thousandths of seconds, each as a fraction.
  private static byte[] degrees(double value) {
    int degrees = (int) value;
    int minutes = (int) ((value - degrees) * 60);
    double seconds = ((value - degrees) * 60 - minutes) * 60;
    return ByteBuffer.allocate(24)
        .putInt(degrees)
        .putInt(1)
        .putInt(minutes)
        .putInt(1)
        .putInt((int) Math.round(seconds * 100_000))
        .putInt(100_000)
        .array();
  }

  /// An image file directory: entries, and behind them the values that are longer than four bytes.
  private static final class Directory {

    static final int ENTRY = 12;
    private final List<Entry> entries = new ArrayList<>();

    void add(int tag, int type, byte[] value) {
      entries.add(new Entry(tag, type, value));
    }

    int bytes() {
      return 2 + entries.size() * ENTRY + 4 + entries.stream().mapToInt(Entry::outside).sum();
    }

    void write(ByteBuffer tiff) {
      int outside = tiff.position() + 2 + entries.size() * ENTRY + 4;
      tiff.putShort((short) entries.size());
      for (Entry entry : entries) {
        tiff.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count());
        if (entry.outside() == 0) {
          tiff.put(entry.value).put(new byte[4 - entry.value.length]);
        } else {
          tiff.putInt(outside).put(outside, entry.value);
          outside += entry.outside();
        }
      }
      tiff.putInt(0).position(outside);
    }
  }

  private static final class Entry {

    private final int tag;
    private final int type;
    private final byte[] value;

    Entry(int tag, int type, byte[] value) {
      this.tag = tag;
      this.type = type;
      this.value = value;
    }

    int count() {
      return switch (type) {
        case ASCII -> value.length;
        case SHORT -> value.length / 2;
        case LONG -> value.length / 4;
        default -> value.length / 8;
      };
    }

    /// Values begin at even places.
    int outside() {
      return value.length <= 4 ? 0 : (value.length + 1) / 2 * 2;
    }
  }
}
