package app.oddiya.adapters.ffmpeg.video;

/// One plane of an [Overlay].
final class Layer {

  private final int width;
  private final byte[] color;
  private final byte[] alpha;

  /// @param width samples in a row
  /// @param color signed samples of rows without padding
  /// @param alpha as many: how much each hides, 0 to [Overlay#OPAQUE]
  Layer(int width, byte[] color, byte[] alpha) {
    this.width = width;
    this.color = color;
    this.alpha = alpha;
  }

  /// Lays its row `y` over a row of a frame's plane, from `x` on.
  void cover(float[] row, int x, int y, float strength) {
    Rows.cover(row, x, color, alpha, y * width, width, strength);
  }
}
