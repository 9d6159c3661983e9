package app.oddiya.adapters.ffmpeg.video;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Files that are no good photos, each broken in its own way: cut short, with bits turned over,
/// with lengths that are not those of what follows, larger than anybody would print, larger inside
/// than outside, or something else under a photo's name. The same seed makes the same files.
final class MalformedPhotos {

  static final long SEED = 20_261_128;

  private static final int EACH = 9;

  private final Random chance = new Random(SEED);
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private MalformedPhotos() {}

  /// @param folder for what is needed on the way
  static Map<String, byte[]> all(Path folder) throws IOException, InterruptedException {
    MalformedPhotos malformed = new MalformedPhotos();
    for (Map.Entry<String, byte[]> good : good(folder).entrySet()) {
      malformed.breakUp(good.getKey(), good.getValue());
    }
    malformed.tooLarge();
    malformed.bombs();
    malformed.somethingElse(folder);
    return malformed.files;
  }

  /// A photo of each type.
  static Map<String, byte[]> good(Path folder) throws IOException, InterruptedException {
    Map<String, byte[]> good = new LinkedHashMap<>();
    good.put("jpeg", TestPhotos.jpeg(TestPhotos.corners(400, 300)));
    good.put("progressive jpeg", TestPhotos.jpeg(TestPhotos.corners(400, 300), true));
    byte[] png = TestPhotos.png(TestPhotos.corners(400, 300));
    good.put("png", png);
    Path original = Files.write(folder.resolve("good.png"), png);
    for (String type : List.of("webp", "avif")) {
      Path photo = folder.resolve("good." + type);
      Tools.run(
          "-i", Ffmpeg.local(original), "-frames:v", "1", "-cpu-used", "8", Ffmpeg.local(photo));
      good.put(type, Files.readAllBytes(photo));
    }
    good.put(
        "heic",
        HeicFile.of(
            TestPhotos.corners(HeicFile.WIDTH, HeicFile.HEIGHT),
            0,
            TestPhotos.orientation(1),
            folder));
    return good;
  }

  private void breakUp(String type, byte[] good) {
    for (int i = 0; i < EACH; i++) {
      add(type + " cut short", Arrays.copyOf(good, 12 + chance.nextInt(good.length - 12)));
      add(type + " with bits turned over", turnedOver(good, 1 << i));
      add(type + " with a wrong length", withWrongLength(good, i));
      add(type + " with a part twice", withAPartTwice(good));
    }
  }

  private byte[] turnedOver(byte[] good, int bits) {
    byte[] bad = good.clone();
    for (int i = 0; i < bits; i++) {
      bad[12 + chance.nextInt(bad.length - 12)] ^= (byte) (1 << chance.nextInt(8));
    }
    return bad;
  }

  /// In the first kilobyte, where headers are; of two or of four bytes.
  private byte[] withWrongLength(byte[] good, int number) {
    byte[] bad = good.clone();
    int at = 12 + chance.nextInt(Math.min(1_000, bad.length - 16));
    int wrong =
        switch (number % 4) {
          case 0 -> 0;
          case 1 -> 1;
          case 2 -> 0x7fffffff;
          default -> -1;
        };
    if (number % 2 == 0) {
      ByteBuffer.wrap(bad).putInt(at, wrong);
    } else {
      ByteBuffer.wrap(bad).putShort(at, (short) wrong);
    }
    return bad;
  }

  private byte[] withAPartTwice(byte[] good) {
    int from = chance.nextInt(good.length - 1);
    int length = 1 + chance.nextInt(good.length - from - 1 + 1);
    byte[] bad = Arrays.copyOf(good, good.length + length);
    System.arraycopy(good, from, bad, from + length, good.length - from);
    return bad;
  }

  /// By their own account.
  private void tooLarge() throws IOException {
    byte[] jpeg = TestPhotos.jpeg(TestPhotos.corners(400, 300));
    for (int size : new int[] {0, 1, 20_000, 65_535}) {
      byte[] bad = jpeg.clone();
      ByteBuffer.wrap(bad).putShort(startOfFrame(bad) + 5, (short) size);
      ByteBuffer.wrap(bad).putShort(startOfFrame(bad) + 7, (short) size);
      add("jpeg of size " + size, bad);
    }
    for (int size : new int[] {0, 7_000, 100_000, Integer.MAX_VALUE, -1}) {
      add("png of size " + size, png(size, size, new byte[1_000]));
    }
    for (int size : new int[] {300, 16_383}) {
      add("webp of size " + size, webp(size));
    }
  }

  private static int startOfFrame(byte[] jpeg) {
    int at = 2;
    while ((jpeg[at + 1] & 0xff) != 0xc0) {
      at += 2 + ByteBuffer.wrap(jpeg).getShort(at + 2);
    }
    return at;
  }

  /// Small outside.
  private void bombs() throws IOException {
    add("png of 60 megapixels of nothing", png(7_700, 7_700, new byte[7_700 * (7_700 * 3 + 1)]));
    add("png with more behind its pixels", png(300, 300, new byte[200 << 20]));
    add("png with a profile that unfolds", withProfile(png(300, 300, new byte[300 * 901])));
    add("jpeg of a thousand scans", scans(1_000));
    byte[] jpeg = TestPhotos.jpeg(TestPhotos.corners(400, 300));
    add("jpeg with Exif that is its own child", TestPhotos.withExif(jpeg, loop()));
    add("jpeg with Exif of a billion entries", TestPhotos.withExif(jpeg, entries()));
    byte[] many = jpeg;
    for (int i = 0; i < 300; i++) {
      many = TestPhotos.with(many, 0xe2, new byte[60_000]);
    }
    add("jpeg behind 18 megabytes of segments", many);
    ByteBuffer boxes = ByteBuffer.allocate(16 + 8 * 100_000);
    boxes.putInt(16).put("ftypheic0000mif1".getBytes(StandardCharsets.US_ASCII), 0, 12);
    for (int i = 0; i < 100_000; i++) {
      boxes.putInt(8 * (100_000 - i)).put("meta".getBytes(StandardCharsets.US_ASCII));
    }
    add("heic of boxes within boxes", boxes.array());
  }

  /// All scans of a progressive JPEG once more, and once more.
  private static byte[] scans(int times) {
    byte[] jpeg = TestPhotos.jpeg(TestPhotos.corners(400, 300), true);
    int first = 2;
    while ((jpeg[first + 1] & 0xff) != 0xda) {
      first += 2 + (ByteBuffer.wrap(jpeg).getShort(first + 2) & 0xffff);
    }
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.write(jpeg, 0, first);
    for (int i = 0; i < times; i++) {
      bomb.write(jpeg, first, jpeg.length - 2 - first);
    }
    bomb.write(jpeg, jpeg.length - 2, 2);
    return bomb.toByteArray();
  }

  private static byte[] loop() {
    return ByteBuffer.allocate(26)
        .put(new byte[] {'M', 'M', 0, 42})
        .putInt(8)
        .putShort((short) 1)
        .putInt(0x8769_0004)
        .putInt(1)
        .putInt(8)
        .putInt(8)
        .array();
  }

  private static byte[] entries() {
    return ByteBuffer.allocate(26)
        .put(new byte[] {'M', 'M', 0, 42})
        .putInt(8)
        .putShort((short) -1)
        .putInt(0x010e_0002)
        .putInt(1_000_000_000)
        .putInt(8)
        .putInt(0)
        .array();
  }

  private void somethingElse(Path folder) throws IOException, InterruptedException {
    String playlist = "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/segment.ts\n#EXT-X-ENDLIST\n";
    add("hls playlist", playlist.getBytes(StandardCharsets.UTF_8));
    add(
        "ffconcat",
        "ffconcat version 1.0\nfile http://127.0.0.1:9/a.jpg\n".getBytes(StandardCharsets.UTF_8));
    add(
        "svg",
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"300\"><image"
                + " href=\"http://127.0.0.1:9/a.png\"/></svg>")
            .getBytes(StandardCharsets.UTF_8));
    add("html", "<!DOCTYPE html><img src=http://127.0.0.1:9/>".getBytes(StandardCharsets.UTF_8));
    add("pdf", "%PDF-1.7\n1 0 obj <<>> endobj\n".getBytes(StandardCharsets.UTF_8));
    add("zip", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0});
    add("nothing", new byte[0]);
    add("one byte", new byte[] {(byte) 0xff});
    byte[] noise = new byte[100_000];
    chance.nextBytes(noise);
    add("noise", noise);
    for (String signature : List.of("ffd8ff", "89504e470d0a1a0a", "524946460000000057454250")) {
      byte[] bad = noise.clone();
      byte[] opening = HexFormat.of().parseHex(signature);
      System.arraycopy(opening, 0, bad, 0, opening.length);
      add("noise that begins like a photo", bad);
    }
    byte[] heic = noise.clone();
    ByteBuffer.wrap(heic)
        .putInt(24)
        .put("ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1));
    add("noise that begins like a photo", heic);
    Path png = folder.resolve("good.png");
    for (String type : List.of("gif", "bmp", "tiff", "mp4", "mkv", "ppm", "jp2")) {
      Path other = folder.resolve("other." + type);
      Tools.run("-i", Ffmpeg.local(png), "-frames:v", "1", Ffmpeg.local(other));
      add(type, Files.readAllBytes(other));
    }
  }

  private void add(String name, byte[] content) {
    files.put(files.size() + ": " + name, content);
  }

  /// @param rows as they are before they are deflated
  static byte[] png(int width, int height, byte[] rows) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    png.write(chunk("IHDR", header));
    png.write(chunk("IDAT", deflated(rows)));
    png.write(chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  static byte[] withProfile(byte[] png) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write("p\0\0".getBytes(StandardCharsets.ISO_8859_1));
    content.write(deflated(new byte[200 << 20]));
    ByteArrayOutputStream with = new ByteArrayOutputStream();
    with.write(png, 0, 33);
    with.write(chunk("iCCP", content.toByteArray()));
    with.write(png, 33, png.length - 33);
    return with.toByteArray();
  }

  static byte[] deflated(byte[] content) throws IOException {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(1);
    try (var stream = new DeflaterOutputStream(deflated, deflater)) {
      stream.write(content);
    } finally {
      deflater.end();
    }
    return deflated.toByteArray();
  }

  static byte[] chunk(String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    return ByteBuffer.allocate(12 + content.length)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) sum.getValue())
        .array();
  }

  /// A lossless one (VP8L) of that width and height, without pixels.
  private static byte[] webp(int size) {
    int bits = (size - 1) | (size - 1) << 14;
    ByteBuffer webp = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    webp.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(24);
    webp.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII)).putInt(11);
    return webp.put((byte) 0x2f).putInt(bits).array();
  }
}
