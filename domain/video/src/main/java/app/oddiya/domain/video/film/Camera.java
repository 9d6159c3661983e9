package app.oddiya.domain.video.film;

/// Decides how the camera moves over a photo. Every move stays inside the photo, keeps to a pace at
/// which a still picture feels alive and nobody feels moved, and goes toward what the eye would
/// look for.
///
/// A photo of nearly the frame's shape is approached or left. One of another shape fills the frame
/// too and is travelled along: bars or blurred borders would make it small, and a slow look from
/// one side to the other shows most of it at full size.
final class Camera {

  /// Share of a photo that has to be visible at once for an approach; below that the camera
  /// travels.
  private static final double ENOUGH_AT_ONCE = 0.72;

  /// Growth of the picture in a second.
  private static final double ZOOM_PER_SECOND = 1.028;

  /// A little more than covering, so that an approach never begins on the photo's very edge.
  private static final double WIDEST = 1.0;

  private static final double CLOSEST = 1.1;

  /// Magnification from one shot of a photo to its next.
  private static final double NEXT_SHOT = 1.14;

  /// Widths (or heights) of the frame travelled in a second.
  private static final double TRAVEL_PER_SECOND = 0.085;

  private final double frameRatio;

  Camera(Aspect aspect) {
    this.frameRatio = aspect.frame().ratio();
  }

  /// The move of one shot.
  ///
  /// @param number of the scene in the film, from 0: neighbours move in opposite ways
  /// @param shot of this photo, from 0: later ones are closer
  Motion move(DecodedPhoto photo, int number, int shot, int frames) {
    double seconds = (double) frames / Storyboard.FRAMES_PER_SECOND;
    double near = WIDEST * Math.pow(NEXT_SHOT, shot % 3);
    double wide = Math.min(1, frameRatio / photo.ratio());
    double high = Math.min(1, photo.ratio() / frameRatio);
    boolean onward = number % 2 == 0;
    if (wide * high >= ENOUGH_AT_ONCE) {
      double far = near * Math.min(Math.pow(ZOOM_PER_SECOND, seconds), CLOSEST);
      View whole = held(photo.focus(), near, wide, high, 0.25);
      View close = held(photo.focus(), far, wide, high, 1);
      return onward ? new Motion(whole, close) : new Motion(close, whole);
    }
    View middle = held(photo.focus(), near, wide, high, 1);
    boolean sideways = wide < high;
    double inFrames = TRAVEL_PER_SECOND * seconds / 2 / near;
    View first =
        sideways
            ? inside(middle.x() - inFrames * wide, middle.y(), near, wide, high)
            : inside(middle.x(), middle.y() - inFrames * high, near, wide, high);
    View last =
        sideways
            ? inside(middle.x() + inFrames * wide, middle.y(), near, wide, high)
            : inside(middle.x(), middle.y() + inFrames * high, near, wide, high);
    return onward ? new Motion(first, last) : new Motion(last, first);
  }

  /// The view whose middle is drawn from the photo's toward its focus by `pull`.
  private static View held(Focus focus, double zoom, double wide, double high, double pull) {
    double x = 0.5 + (focus.x() - 0.5) * pull * (1 - 0.5 * focus.spread());
    double y = 0.5 + (focus.y() - 0.5) * pull * (1 - 0.5 * focus.spread());
    return inside(x, y, zoom, wide, high);
  }

  private static View inside(double x, double y, double zoom, double wide, double high) {
    double marginX = wide / zoom / 2;
    double marginY = high / zoom / 2;
    return new View(Math.clamp(x, marginX, 1 - marginX), Math.clamp(y, marginY, 1 - marginY), zoom);
  }
}
