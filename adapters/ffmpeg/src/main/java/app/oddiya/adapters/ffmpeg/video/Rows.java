package app.oddiya.adapters.ffmpeg.video;

/// The loops in which a film's time is spent. Samples are signed, 128 below what video calls them,
/// so that they need no masking; what is being mixed is `float`, which leaves no rounding to be
/// seen.
///
/// Their shape is what HotSpot's C2 turns into vector instructions, found by measuring: bytes are
/// read into `float` and `float` is written to bytes in separate loops, since a loop that reads and
/// writes arrays of one type at different places is left scalar (it cannot rule out that they
/// overlap), and so is arithmetic on `int` that comes from bytes. `Math.min` and `max` on `float`
/// cost as much as all the rest: they have to get NaN and -0 right.
final class Rows {

  private Rows() {}

  /// `target[i]` = four samples of `source`, one from each of four places, by weight.
  static void mix(
      byte[] source, int a, int b, int c, int d, Weights by, float[] target, int length) {
    float wa = by.a();
    float wb = by.b();
    float wc = by.c();
    float wd = by.d();
    for (int i = 0; i < length; i++) {
      target[i] = source[a + i] * wa + source[b + i] * wb + source[c + i] * wc + source[d + i] * wd;
    }
  }

  /// As [#mix], on top of what `target` has.
  static void addMix(
      byte[] source, int a, int b, int c, int d, Weights by, float[] target, int length) {
    float wa = by.a();
    float wb = by.b();
    float wc = by.c();
    float wd = by.d();
    for (int i = 0; i < length; i++) {
      target[i] +=
          source[a + i] * wa + source[b + i] * wb + source[c + i] * wc + source[d + i] * wd;
    }
  }

  /// Lays `color` over `target` from `at` on, as thickly as `alpha` (0..127) times `strength` says.
  static void cover(
      float[] target, int at, byte[] color, byte[] alpha, int from, int length, float strength) {
    float scale = strength / Overlay.OPAQUE;
    for (int i = 0; i < length; i++) {
      target[at + i] += (color[from + i] - target[at + i]) * (alpha[from + i] * scale);
    }
  }

  /// Lays something over `target`: takes away what it hides and adds what it shows.
  ///
  /// @param added its colour times how thick it is
  /// @param hidden how thick it is, 0 to [Overlay#OPAQUE]
  static void lay(float[] target, float[] added, float[] hidden, float strength, int length) {
    float scale = strength / Overlay.OPAQUE;
    for (int i = 0; i < length; i++) {
      target[i] += added[i] * strength - target[i] * (hidden[i] * scale);
    }
  }

  /// Draws `target` toward one value.
  static void toward(float[] target, float value, float strength, int length) {
    for (int i = 0; i < length; i++) {
      target[i] += (value - target[i]) * strength;
    }
  }

  /// Rounds to video's unsigned samples, what lies beyond 0..255 to those.
  static void write(float[] source, byte[] target, int at, int length) {
    for (int i = 0; i < length; i++) {
      float level = source[i] + 128.5f;
      // (|x| - |x - 255| + 255) / 2 is x held to 0..255.
      float held = (Math.abs(level) - Math.abs(level - 255) + 255) * 0.5f;
      target[at + i] = (byte) (int) held;
    }
  }
}
