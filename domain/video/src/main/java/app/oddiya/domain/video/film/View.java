package app.oddiya.domain.video.film;

/// What the camera sees of a photo at one moment: one point of it in the middle of the frame, at
/// one magnification.
///
/// @param x of the point in the middle of the frame, in widths of the photo from its left edge
/// @param y of that point, in heights of the photo from its top edge
/// @param zoom magnification against the one at which the photo just covers the frame: at 1 and
///     more (and not too far off the middle) the photo fills the frame, below 1 a backdrop shows
public record View(double x, double y, double zoom) {

  public View {
    if (!(zoom > 0 && zoom < 16)) {
      throw new IllegalArgumentException("zoom: " + zoom + " (expected: above 0, below 16)");
    }
  }
}
