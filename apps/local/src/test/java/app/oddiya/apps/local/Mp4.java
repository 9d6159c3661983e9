package app.oddiya.apps.local;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The little of ISO 14496-12 that tells a film from something that is called one.
final class Mp4 {

  private Mp4() {}

  static boolean isOne(byte[] file) {
    return file.length > 8 && new String(file, 4, 4, StandardCharsets.US_ASCII).equals("ftyp");
  }

  /// Seconds, from the movie header.
  static double seconds(byte[] file) {
    int header = indexOf(file, "mvhd");
    ByteBuffer box = ByteBuffer.wrap(file, header + 4, 28);
    int version = box.get();
    if (version != 0) {
      throw new IllegalArgumentException("a movie header of version " + version);
    }
    box.position(box.position() + 11);
    double scale = box.getInt();
    return box.getInt() / scale;
  }

  /// Whether it can be played while it is still being fetched: the index comes before the pictures.
  static boolean startsFast(byte[] file) {
    return indexOf(file, "moov") < indexOf(file, "mdat");
  }

  private static int indexOf(byte[] file, String type) {
    byte[] wanted = type.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < file.length - 32; i++) {
      if (file[i] == wanted[0]
          && file[i + 1] == wanted[1]
          && file[i + 2] == wanted[2]
          && file[i + 3] == wanted[3]) {
        return i;
      }
    }
    throw new IllegalArgumentException("no box " + type);
  }
}
