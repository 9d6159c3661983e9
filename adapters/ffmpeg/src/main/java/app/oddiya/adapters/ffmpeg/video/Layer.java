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

  /// Lays it over a plane of unsigned rows without padding, its corner at `x` and `y`; what lies
  /// beyond the plane is left out.
  void lay(byte[] plane, int planeWidth, int x, int y) {
    int height = alpha.length / width;
    int planeHeight = plane.length / planeWidth;
    for (int row = Math.max(0, -y); row < Math.min(height, planeHeight - y); row++) {
      for (int column = Math.max(0, -x); column < Math.min(width, planeWidth - x); column++) {
        int from = row * width + column;
        int to = (row + y) * planeWidth + column + x;
        int below = (plane[to] & 0xff) - 128;
        int thick = alpha[from];
        int mixed = below + Math.round((color[from] - below) * (float) thick / Overlay.OPAQUE);
        plane[to] = (byte) (mixed + 128);
      }
    }
  }

  /// Its colour times its alpha: what it adds to what is below it.
  ColumnPlane added() {
    byte[] rows = new byte[color.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (byte) (Math.round(color[i] * (float) alpha[i] / Overlay.OPAQUE) + 128);
    }
    return ColumnPlane.of(rows, width, rows.length / width);
  }

  /// How much it hides of what is below it, 0 to [Overlay#OPAQUE].
  ColumnPlane hidden() {
    byte[] rows = new byte[alpha.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (byte) (alpha[i] + 128);
    }
    return ColumnPlane.of(rows, width, rows.length / width);
  }
}
