package app.oddiya.adapters.ffmpeg.video;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/// The colours that a photo's numbers mean, as far as cameras differ in them.
enum ColorProfile {
  /// And everything that says nothing, or something that is not taken into account.
  SRGB,
  /// Phones since 2016: purer red and green, the same curve and white as sRGB.
  DISPLAY_P3;

  private static final int TAG_COUNT = 128;
  private static final int RED = 0x7258595a;
  private static final int GREEN = 0x6758595a;
  private static final int MOST_TAGS = 100;

  /// How near a primary has to be, in units of 1/65536 of XYZ.
  private static final int NEAR = 400;

  /// X of Display P3's red and green in ICC's profile connection space (SMPTE EG 432-1, adapted to
  /// D50); sRGB's are 0.4361 and 0.3851.
  private static final int P3_RED_X = (int) (0.51512 * 65536);

  private static final int P3_GREEN_X = (int) (0.29198 * 65536);

  /// Judged by its primaries: names differ from maker to maker.
  ///
  /// @param icc a profile (ICC.1), of a file that anybody may have made
  static ColorProfile of(byte[] icc) {
    boolean p3 = isNear(primaryX(icc, RED), P3_RED_X) && isNear(primaryX(icc, GREEN), P3_GREEN_X);
    return p3 ? DISPLAY_P3 : SRGB;
  }

  private static boolean isNear(OptionalInt value, int expected) {
    return value.isPresent() && Math.abs(value.getAsInt() - expected) <= NEAR;
  }

  private static OptionalInt primaryX(byte[] icc, int tag) {
    if (icc.length < TAG_COUNT + 4) {
      return OptionalInt.empty();
    }
    ByteBuffer profile = ByteBuffer.wrap(icc);
    int tags = Math.min(profile.getInt(TAG_COUNT), MOST_TAGS);
    for (int i = 0; i < tags; i++) {
      int entry = TAG_COUNT + 4 + 12 * i;
      if (entry + 12 > icc.length) {
        return OptionalInt.empty();
      }
      int at = profile.getInt(entry + 4);
      if (profile.getInt(entry) == tag && at >= 0 && at <= icc.length - 12) {
        return OptionalInt.of(profile.getInt(at + 8));
      }
    }
    return OptionalInt.empty();
  }
}
