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
  private static final int DEFLATED_TEXT = 0x7a545874;
  private static final int INTERNATIONAL_TEXT = 0x69545874;

  /// No camera's profile or metadata is larger.
  private static final int MOST_METADATA = 1 << 20;

  /// Of all that is deflated beside the pixels: a decoder holds it several times over.
  private static final int MOST_UNFOLDED = 16 << 20;

  private PngHeader() {}

  /// @throws IndexOutOfBoundsException if the file ends within a chunk
  static PhotoHeader read(ByteBuffer file) throws DamagedPhoto {
    Optional<byte[]> exif = Optional.empty();
    Optional<byte[]> icc = Optional.empty();
    int at = SIGNATURE;
    int type = 0;
    int room = MOST_UNFOLDED;
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
      room -= unfolded(type, data, room);
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

  /// Bytes that a decoder would make of what is deflated in a chunk.
  private static int unfolded(int type, ByteBuffer data, int room) throws DamagedPhoto {
    int at =
        switch (type) {
          case ICC, DEFLATED_TEXT -> behindText(data, 0) + 1;
          case INTERNATIONAL_TEXT -> {
            int flags = behindText(data, 0);
            boolean deflated = flags < data.limit() && data.get(flags) != 0;
            yield deflated ? behindText(data, behindText(data, flags + 2)) : data.limit();
          }
          default -> data.limit();
        };
    if (at >= data.limit()) {
      return 0;
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(data.slice(at, data.limit() - at));
      byte[] thrownAway = new byte[1 << 16];
      int length = 0;
      for (int some = 1; some > 0 && length <= room; length += some) {
        some = inflater.inflate(thrownAway);
      }
      if (length > room) {
        throw new DamagedPhoto("metadata that unfolds to more than it may");
      }
      return length;
    } catch (DataFormatException e) {
      return 0;
    } finally {
      inflater.end();
    }
  }

  /// The place behind the NUL that ends a text.
  private static int behindText(ByteBuffer data, int from) {
    int at = from;
    while (at < data.limit() && data.get(at) != 0) {
      at++;
    }
    return at + 1;
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
