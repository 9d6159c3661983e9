package app.oddiya.domain.video.film;

/// Where the eye goes in a photo: the centre of its detail, and how far that detail is spread.
///
/// @param x from the left edge, 0..1
/// @param y from the top edge, 0..1
/// @param spread share of the photo's width and height that holds most of the detail, 0..1: small
///     for one thing before a plain ground, 1 for detail everywhere
public record Focus(double x, double y, double spread) {

  /// Nothing stands out.
  public static final Focus EVEN = new Focus(0.5, 0.5, 1);

  public Focus {
    requireShare("x", x);
    requireShare("y", y);
    requireShare("spread", spread);
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: 0..1)");
    }
  }
}
