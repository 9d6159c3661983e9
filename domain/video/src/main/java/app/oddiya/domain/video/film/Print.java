package app.oddiya.domain.video.film;

/// A photo printed on paper with a white border, wider below, and how it comes to lie on the table.
///
/// @param x of its middle, in widths of the table
/// @param y of its middle, in heights of the table
/// @param width of the whole print, in the table's shorter sides
/// @param ratio width by height of the picture on it
/// @param turn in degrees, clockwise
public record Print(double x, double y, double width, double ratio, double turn) {

  /// Border at the left, at the right and above, in widths of the print.
  public static final double BORDER = 0.055;

  /// Border below, on which names are written.
  public static final double FOOT = 0.19;

  /// Width of the picture on it, in its own widths.
  public static final double PICTURE = 1 - 2 * BORDER;

  /// Height of the whole print, in its own widths.
  public static double height(double ratio) {
    return BORDER + PICTURE / ratio + FOOT;
  }
}
