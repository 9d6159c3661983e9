package app.oddiya.adapters.ffmpeg.video;

/// Samples a plane of a photo at sub-pixel places for a plane of a frame: first across, column by
/// column, into a window of rows as wide as the frame and as high as the photo's part in it; then
/// down, row by row, when the frame asks for them. Each pass mixes four samples.
///
/// It belongs to one thread, and is used again for frame after frame.
final class Sampler {

  private static final int BLOCK = 8;

  /// Columns that are sampled before they are turned: a line of the cache, so that rows are written
  /// whole.
  private static final int COLUMNS = 64;

  private final int width;
  private final int stride;
  private byte[] window = new byte[0];
  private byte[] strip = new byte[0];
  private float[] column = new float[0];
  private int firstRow;
  private int photoRows;
  private Sight sight = new Sight(0, 0, 1);

  /// @param width of the frame's plane
  Sampler(int width) {
    this.width = width;
    this.stride = Transposition.padded(width);
  }

  /// Samples across.
  ///
  /// @param height of the frame's plane
  void aim(ColumnPlane photo, Sight at, int height) {
    sight = at;
    photoRows = photo.height();
    firstRow = Math.clamp((int) Math.floor(at.y()) - 1, 0, photoRows - 1);
    int lastRow =
        Math.clamp((int) Math.floor(at.y() + (height - 1) * at.step()) + 2, 0, photoRows - 1);
    int rows = lastRow - firstRow + 1;
    // Whole blocks are turned; the photo's columns have room below for what that reads too much.
    int padded = Transposition.padded(rows);
    int length = Math.min(padded, photo.stride() - firstRow);
    reserve(padded);
    for (int x = 0; x < stride; x += COLUMNS) {
      int columns = Math.min(COLUMNS, stride - x);
      for (int i = 0; i < columns; i++) {
        sampleColumn(photo, x + i, length, i * padded);
      }
      for (int y = 0; y < rows; y += BLOCK) {
        for (int i = 0; i < columns; i += BLOCK) {
          Transposition.block(strip, i * padded + y, padded, window, y * stride + x + i, stride);
        }
      }
    }
  }

  private void reserve(int rows) {
    if (column.length < rows) {
      column = new float[rows];
    }
    if (strip.length < COLUMNS * rows) {
      strip = new byte[COLUMNS * rows];
    }
    if (window.length < stride * rows) {
      window = new byte[stride * rows];
    }
  }

  /// One column of the frame, unsigned, into the strip.
  private void sampleColumn(ColumnPlane photo, int x, int length, int at) {
    double place = sight.x() + x * sight.step();
    int left = (int) Math.floor(place);
    Rows.mix(
        photo.samples(),
        start(photo, left - 1),
        start(photo, left),
        start(photo, left + 1),
        start(photo, left + 2),
        Weights.at(place - left),
        column,
        length);
    Rows.write(column, strip, at, length);
  }

  private int start(ColumnPlane photo, int x) {
    return Math.clamp(x, 0, photo.width() - 1) * photo.stride() + firstRow;
  }

  /// Sets `target` to row `y` of the frame, as far as `share` of it.
  void row(int y, float share, float[] target) {
    double place = sight.y() + y * sight.step();
    int above = (int) Math.floor(place);
    Rows.mix(
        window,
        start(above - 1),
        start(above),
        start(above + 1),
        start(above + 2),
        Weights.at(place - above).times(share),
        target,
        width);
  }

  /// Adds row `y` of the frame to `target`, as far as `share` of it.
  void addRow(int y, float share, float[] target) {
    double place = sight.y() + y * sight.step();
    int above = (int) Math.floor(place);
    Rows.addMix(
        window,
        start(above - 1),
        start(above),
        start(above + 1),
        start(above + 2),
        Weights.at(place - above).times(share),
        target,
        width);
  }

  private int start(int photoRow) {
    return (Math.clamp(photoRow, 0, photoRows - 1) - firstRow) * stride;
  }
}
