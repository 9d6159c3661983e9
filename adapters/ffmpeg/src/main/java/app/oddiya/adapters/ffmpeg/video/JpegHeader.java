package app.oddiya.adapters.ffmpeg.video;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads the markers of a JPEG (ITU-T T.81, annex B) from its beginning to the end of its image.
/// The end is looked for because a decoder takes half a photo for a photo.
final class JpegHeader {

  private static final int MARKER = 0xff;
  private static final int STUFFING = 0x00;
  private static final int TEM = 0x01;
  private static final int FIRST_SOF = 0xc0;
  private static final int LAST_SOF = 0xcf;
  private static final int DHT = 0xc4;
  private static final int JPG = 0xc8;
  private static final int DAC = 0xcc;
  private static final int FIRST_RST = 0xd0;
  private static final int LAST_RST = 0xd7;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int APP1 = 0xe1;
  private static final int APP2 = 0xe2;

  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);

  private final ByteBuffer file;
  private final Map<Integer, byte[]> profile = new TreeMap<>();
  private Optional<byte[]> exif = Optional.empty();
  private int width;
  private int height;

  private JpegHeader(ByteBuffer file) {
    this.file = file;
  }

  /// @throws IndexOutOfBoundsException if the file ends within a segment
  static PhotoHeader read(ByteBuffer file) throws DamagedPhoto {
    return new JpegHeader(file).read();
  }

  private PhotoHeader read() throws DamagedPhoto {
    int at = 2;
    while (true) {
      int marker = markerAt(at);
      if (marker == EOI) {
        break;
      }
      if (isAlone(marker)) {
        at += 2;
        continue;
      }
      if (marker == MARKER) {
        at += 1;
        continue;
      }
      int length = file.getShort(at + 2) & 0xffff;
      segment(marker, at + 4, length - 2);
      at += 2 + length;
      if (marker == SOS) {
        at = endOfScan(at);
      }
    }
    if (width == 0 || height == 0) {
      throw new DamagedPhoto("no frame in it");
    }
    return new PhotoHeader(width, height, false, exif, joined());
  }

  private int markerAt(int at) throws DamagedPhoto {
    if ((file.get(at) & 0xff) != MARKER) {
      throw new DamagedPhoto("no marker where one should be");
    }
    return file.get(at + 1) & 0xff;
  }

  private static boolean isAlone(int marker) {
    return marker == TEM || (marker >= FIRST_RST && marker <= EOI);
  }

  private void segment(int marker, int at, int length) throws DamagedPhoto {
    if (length < 0) {
      throw new DamagedPhoto("a segment of negative length");
    }
    if (marker == APP1 && exif.isEmpty() && startsWith(EXIF, at, length)) {
      exif = Optional.of(bytes(at + EXIF.length, length - EXIF.length));
    } else if (marker == APP2 && startsWith(ICC, at, length) && length > ICC.length + 2) {
      int part = file.get(at + ICC.length) & 0xff;
      profile.put(part, bytes(at + ICC.length + 2, length - ICC.length - 2));
    } else if (isFrame(marker)) {
      height = file.getShort(at + 1) & 0xffff;
      width = file.getShort(at + 3) & 0xffff;
    }
  }

  private static boolean isFrame(int marker) {
    return marker >= FIRST_SOF
        && marker <= LAST_SOF
        && marker != DHT
        && marker != JPG
        && marker != DAC;
  }

  /// Where the first marker behind the entropy-coded data that starts at `from` is.
  private int endOfScan(int from) {
    int at = from;
    while (true) {
      if ((file.get(at) & 0xff) == MARKER) {
        int next = file.get(at + 1) & 0xff;
        if (next != STUFFING && next != MARKER && !(next >= FIRST_RST && next <= LAST_RST)) {
          return at;
        }
      }
      at++;
    }
  }

  private boolean startsWith(byte[] opening, int at, int length) {
    return length >= opening.length
        && file.slice(at, opening.length).equals(ByteBuffer.wrap(opening));
  }

  private byte[] bytes(int at, int length) {
    byte[] bytes = new byte[length];
    file.get(at, bytes);
    return bytes;
  }

  private Optional<byte[]> joined() {
    if (profile.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    profile.values().forEach(whole::writeBytes);
    return Optional.of(whole.toByteArray());
  }
}
