package app.oddiya.adapters.ffmpeg.video;

/// How much each of four neighbouring samples counts for a point between the middle two.
record Weights(float a, float b, float c, float d) {

  /// Catmull and Rom's cubic (a class of local interpolating splines, 1974). Linear weights would
  /// blur a picture by how far it lies between two pixels, which a slow move shows as pulsing.
  ///
  /// @param between 0 at the second sample, 1 at the third
  static Weights at(double between) {
    double square = between * between;
    double cube = square * between;
    return new Weights(
        (float) (-0.5 * between + square - 0.5 * cube),
        (float) (1 - 2.5 * square + 1.5 * cube),
        (float) (0.5 * between + 2 * square - 1.5 * cube),
        (float) (-0.5 * square + 0.5 * cube));
  }

  Weights times(double factor) {
    float by = (float) factor;
    return new Weights(a * by, b * by, c * by, d * by);
  }
}
