package app.oddiya.adapters.ffmpeg.video;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads the chunks of a PNG (W3C PNG, third edition) from first to last, holding each to its check
/// sum: a decoder is content with half of them.
final class PngHeader {

  private static final int SIGNATURE = 8;
  private static final int IHDR = 0x49484452;
  private static final int IEND = 0x49454e44;
  private static final int EXIF = 0x65584966;
  private static final int ICC = 0x69434350;

  /// No camera's profile or metadata is larger.
  private static final int MOST_METADATA = 1 << 20;

  private PngHeader() {}

  /// @throws IndexOutOfBoundsException if the file ends within a chunk
  static PhotoHeader read(ByteBuffer file) throws DamagedPhoto {
    Optional<byte[]> exif = Optional.empty();
    Optional<byte[]> icc = Optional.empty();
    int at = SIGNATURE;
    int type = 0;
    while (type != IEND) {
      int length = file.getInt(at);
      type = file.getInt(at + 4);
      if (length < 0 || (at == SIGNATURE && type != IHDR)) {
        throw new DamagedPhoto("chunks out of order");
      }
      ByteBuffer data = file.slice(at + 8, length);
      check(file.slice(at + 4, length + 4), file.getInt(at + 8 + length));
      if (type == EXIF && length <= MOST_METADATA) {
        exif = Optional.of(bytes(data));
      } else if (type == ICC && length <= MOST_METADATA) {
        icc = profile(bytes(data));
      }
      at += 12 + length;
    }
    int width = file.getInt(SIGNATURE + 8);
    int height = file.getInt(SIGNATURE + 12);
    if (width <= 0 || height <= 0) {
      throw new DamagedPhoto("no size");
    }
    return new PhotoHeader(width, height, false, exif, icc);
  }

  private static void check(ByteBuffer typeAndData, int expected) throws DamagedPhoto {
    CRC32 sum = new CRC32();
    sum.update(typeAndData);
    if ((int) sum.getValue() != expected) {
      throw new DamagedPhoto("a chunk's check sum is wrong");
    }
  }

  /// The profile in an `iCCP` chunk: a name, a method, deflated data.
  private static Optional<byte[]> profile(byte[] chunk) {
    int name = 0;
    while (name < chunk.length && chunk[name] != 0) {
      name++;
    }
    if (name + 2 >= chunk.length) {
      return Optional.empty();
    }
    byte[] profile = new byte[MOST_METADATA];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(chunk, name + 2, chunk.length - name - 2);
      int length = inflater.inflate(profile);
      return Optional.of(Arrays.copyOf(profile, length));
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }

  private static byte[] bytes(ByteBuffer data) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    return bytes;
  }
}
