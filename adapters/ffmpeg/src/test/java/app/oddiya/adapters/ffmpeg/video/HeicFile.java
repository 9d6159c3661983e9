package app.oddiya.adapters.ffmpeg.video;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Builds a HEIC as iPhones do (ISO/IEC 23008-12): four HEVC tiles of 512 pixels, a grid item that
/// puts them together and crops them, a turn that is a property of that item, and an Exif item.
final class HeicFile {

  static final int WIDTH = 1000;
  static final int HEIGHT = 700;

  private static final int TILE = 512;
  private static final int GRID = 5;
  private static final int EXIF = 6;

  private HeicFile() {}

  /// @param image of 1000 by 700 pixels
  /// @param quarters anticlockwise by which a viewer turns it
  /// @param tiff of the Exif item
  static byte[] of(BufferedImage image, int quarters, byte[] tiff, Path folder)
      throws IOException, InterruptedException {
    Path png = Files.write(folder.resolve("heic.png"), TestPhotos.png(image));
    List<byte[]> items = new ArrayList<>();
    byte[] configuration = new byte[0];
    for (int tile = 0; tile < 4; tile++) {
      byte[] movie = tile(png, tile % 2 * TILE, tile / 2 * TILE, folder);
      configuration = within(movie, "moov", "trak", "mdia", "minf", "stbl", "stsd", "hvc1", "hvcC");
      items.add(within(movie, "mdat"));
    }
    items.add(grid());
    items.add(join(new byte[4], tiff));
    byte[] type = box("ftyp", ascii("heic"), new byte[4], ascii("mif1heic"));
    int data = type.length + meta(items, configuration, quarters, 0).length + 8;
    return join(
        type,
        meta(items, configuration, quarters, data),
        box("mdat", join(items.toArray(byte[][]::new))));
  }

  private static byte[] tile(Path png, int x, int y, Path folder)
      throws IOException, InterruptedException {
    Path movie = folder.resolve("tile.mp4");
    Tools.run(
        "-i",
        Ffmpeg.local(png),
        "-vf",
        "pad=1024:1024,crop=" + TILE + ":" + TILE + ":" + x + ":" + y,
        "-frames:v",
        "1",
        "-c:v",
        "libx265",
        "-x265-params",
        "log-level=none",
        "-pix_fmt",
        "yuv420p",
        "-tag:v",
        "hvc1",
        Ffmpeg.local(movie));
    return Files.readAllBytes(movie);
  }

  private static byte[] grid() {
    return ByteBuffer.allocate(8)
        .put(new byte[] {0, 0, 1, 1})
        .putShort((short) WIDTH)
        .putShort((short) HEIGHT)
        .array();
  }

  private static byte[] meta(List<byte[]> items, byte[] configuration, int quarters, int data) {
    return full(
        "meta",
        0,
        0,
        full("hdlr", 0, 0, new byte[4], ascii("pict"), new byte[13]),
        full("pitm", 0, 0, shorts(GRID)),
        locations(items, data),
        infos(),
        full(
            "iref",
            0,
            0,
            box("dimg", shorts(GRID, 4, 1, 2, 3, 4)),
            box("cdsc", shorts(EXIF, 1, GRID))),
        properties(configuration, quarters));
  }

  private static byte[] locations(List<byte[]> items, int data) {
    ByteBuffer places = ByteBuffer.allocate(4 + items.size() * 14);
    places.put((byte) 0x44).put((byte) 0).putShort((short) items.size());
    int at = data;
    for (int item = 0; item < items.size(); item++) {
      places.putShort((short) (item + 1)).putShort((short) 0).putShort((short) 1);
      places.putInt(at).putInt(items.get(item).length);
      at += items.get(item).length;
    }
    return full("iloc", 0, 0, places.array());
  }

  private static byte[] infos() {
    ByteArrayOutputStream entries = new ByteArrayOutputStream();
    for (int item = 1; item <= 6; item++) {
      String type = item < GRID ? "hvc1" : item == GRID ? "grid" : "Exif";
      int hidden = item < GRID ? 1 : 0;
      entries.writeBytes(full("infe", 2, hidden, shorts(item, 0), ascii(type), new byte[1]));
    }
    return full("iinf", 0, 0, shorts(6), entries.toByteArray());
  }

  private static byte[] properties(byte[] configuration, int quarters) {
    byte[] all =
        box(
            "ipco",
            box("hvcC", configuration),
            full("ispe", 0, 0, ints(TILE, TILE)),
            full("ispe", 0, 0, ints(WIDTH, HEIGHT)),
            box("irot", new byte[] {(byte) quarters}));
    ByteBuffer uses = ByteBuffer.allocate(4 + 4 * 5 + 5);
    uses.putInt(5);
    for (int tile = 1; tile < GRID; tile++) {
      uses.putShort((short) tile).put(new byte[] {2, (byte) 0x81, 2});
    }
    uses.putShort((short) GRID).put(new byte[] {2, 3, (byte) 0x84});
    return box("iprp", all, full("ipma", 0, 0, uses.array()));
  }

  /// The content of a box, found by the names of those around it.
  private static byte[] within(byte[] file, String... path) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    int at = 0;
    int end = file.length;
    for (String name : path) {
      while (!name.equals(new String(file, at + 4, 4, StandardCharsets.ISO_8859_1))) {
        at += bytes.getInt(at);
      }
      end = at + bytes.getInt(at);
      at +=
          switch (name) {
            case "stsd" -> 16;
            case "hvc1" -> 8 + 78;
            default -> 8;
          };
    }
    return Arrays.copyOfRange(file, at, end);
  }

  private static byte[] full(String type, int version, int flags, byte[]... content) {
    return box(type, ints(version << 24 | flags), join(content));
  }

  private static byte[] box(String type, byte[]... content) {
    byte[] whole = join(content);
    return join(ints(whole.length + 8), ascii(type), whole);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  private static byte[] shorts(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return bytes.array();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }
}
