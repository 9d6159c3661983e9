package app.oddiya.adapters.ffmpeg.video;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Turns rows of samples into columns, eight by eight in eight machine words, and video's unsigned
/// samples into signed ones (or back) on the way.
final class Transposition {

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long SIGN = 0x8080808080808080L;
  private static final long BYTES = 0x00ff00ff00ff00ffL;
  private static final long PAIRS = 0x0000ffff0000ffffL;
  private static final long HALVES = 0x00000000ffffffffL;

  private Transposition() {}

  /// Eight rows of eight samples: `target[y + x * targetStride]` = `source[x + y * sourceStride]`.
  static void block(
      byte[] source, int from, int sourceStride, byte[] target, int to, int targetStride) {
    long a = (long) WORD.get(source, from) ^ SIGN;
    long b = (long) WORD.get(source, from + sourceStride) ^ SIGN;
    long c = (long) WORD.get(source, from + 2 * sourceStride) ^ SIGN;
    long d = (long) WORD.get(source, from + 3 * sourceStride) ^ SIGN;
    long e = (long) WORD.get(source, from + 4 * sourceStride) ^ SIGN;
    long f = (long) WORD.get(source, from + 5 * sourceStride) ^ SIGN;
    long g = (long) WORD.get(source, from + 6 * sourceStride) ^ SIGN;
    long h = (long) WORD.get(source, from + 7 * sourceStride) ^ SIGN;
    long swap = ((a >>> 8) ^ b) & BYTES;
    b ^= swap;
    a ^= swap << 8;
    swap = ((c >>> 8) ^ d) & BYTES;
    d ^= swap;
    c ^= swap << 8;
    swap = ((e >>> 8) ^ f) & BYTES;
    f ^= swap;
    e ^= swap << 8;
    swap = ((g >>> 8) ^ h) & BYTES;
    h ^= swap;
    g ^= swap << 8;
    swap = ((a >>> 16) ^ c) & PAIRS;
    c ^= swap;
    a ^= swap << 16;
    swap = ((b >>> 16) ^ d) & PAIRS;
    d ^= swap;
    b ^= swap << 16;
    swap = ((e >>> 16) ^ g) & PAIRS;
    g ^= swap;
    e ^= swap << 16;
    swap = ((f >>> 16) ^ h) & PAIRS;
    h ^= swap;
    f ^= swap << 16;
    swap = ((a >>> 32) ^ e) & HALVES;
    e ^= swap;
    a ^= swap << 32;
    swap = ((b >>> 32) ^ f) & HALVES;
    f ^= swap;
    b ^= swap << 32;
    swap = ((c >>> 32) ^ g) & HALVES;
    g ^= swap;
    c ^= swap << 32;
    swap = ((d >>> 32) ^ h) & HALVES;
    h ^= swap;
    d ^= swap << 32;
    WORD.set(target, to, a);
    WORD.set(target, to + targetStride, b);
    WORD.set(target, to + 2 * targetStride, c);
    WORD.set(target, to + 3 * targetStride, d);
    WORD.set(target, to + 4 * targetStride, e);
    WORD.set(target, to + 5 * targetStride, f);
    WORD.set(target, to + 6 * targetStride, g);
    WORD.set(target, to + 7 * targetStride, h);
  }

  /// The least multiple of eight that is not below `length`.
  static int padded(int length) {
    return (length + 7) & ~7;
  }
}
