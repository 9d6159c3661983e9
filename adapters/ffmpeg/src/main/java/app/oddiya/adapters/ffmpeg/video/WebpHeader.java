package app.oddiya.adapters.ffmpeg.video;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/// Reads the chunks of a WebP (RFC 9649).
final class WebpHeader {

  private static final int FIRST_CHUNK = 12;
  private static final int LOSSY = 0x20385056;
  private static final int LOSSLESS = 0x4c385056;
  private static final int EXTENDED = 0x58385056;
  private static final int EXIF = 0x46495845;
  private static final int ICC = 0x50434349;
  private static final int ANIMATION = 0x4d494e41;

  private static final int MOST_METADATA = 1 << 20;

  private WebpHeader() {}

  /// @throws IndexOutOfBoundsException if the file ends within a chunk
  static PhotoHeader read(ByteBuffer bigEndian) throws DamagedPhoto {
    ByteBuffer file = bigEndian.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    Optional<byte[]> exif = Optional.empty();
    Optional<byte[]> icc = Optional.empty();
    int width = 0;
    int height = 0;
    int end = Math.addExact(8, file.getInt(4));
    for (int at = FIRST_CHUNK; at + 8 <= end; ) {
      int length = file.getInt(at + 4);
      if (length < 0) {
        throw new DamagedPhoto("a chunk of negative length");
      }
      ByteBuffer data = file.slice(at + 8, length).order(ByteOrder.LITTLE_ENDIAN);
      switch (file.getInt(at)) {
        case LOSSY -> {
          width = data.getShort(6) & 0x3fff;
          height = data.getShort(8) & 0x3fff;
        }
        case LOSSLESS -> {
          int sizes = data.getInt(1);
          width = (sizes & 0x3fff) + 1;
          height = (sizes >>> 14 & 0x3fff) + 1;
        }
        case EXTENDED -> {
          width = (data.getInt(4) & 0xffffff) + 1;
          height = (data.getInt(6) >>> 8 & 0xffffff) + 1;
        }
        case ANIMATION -> throw new DamagedPhoto("it moves");
        case EXIF -> exif = metadata(data);
        case ICC -> icc = metadata(data);
        default -> {
          // Transparency, XMP and whatever comes: nothing that a film needs.
        }
      }
      at = Math.addExact(at + 8, length + (length & 1));
    }
    if (width == 0 || height == 0) {
      throw new DamagedPhoto("no image in it");
    }
    return new PhotoHeader(width, height, false, exif.map(WebpHeader::tiff), icc);
  }

  private static Optional<byte[]> metadata(ByteBuffer data) {
    if (data.remaining() > MOST_METADATA) {
      return Optional.empty();
    }
    byte[] bytes = new byte[data.remaining()];
    data.get(0, bytes);
    return Optional.of(bytes);
  }

  /// Some writers keep the opening that JPEG wants before the TIFF structure.
  private static byte[] tiff(byte[] exif) {
    boolean opened = exif.length > 6 && exif[0] == 'E' && exif[1] == 'x' && exif[2] == 'i';
    return opened ? Arrays.copyOfRange(exif, 6, exif.length) : exif;
  }
}
