package app.oddiya.domain.video.film;

/// Decides how the camera moves over a photo. Every move stays inside the photo, keeps to a pace at
/// which a still picture feels alive and nobody feels moved, and goes toward what the eye would
/// look for.
///
/// A photo of nearly the frame's shape is approached or left. One of another shape fills the frame
/// too and is travelled along: bars or blurred borders would make it small, and a slow look from
/// one side to the other shows most of it at full size.
final class Camera {

  /// Magnification from one shot of a photo to its next.
  private static final double NEXT_SHOT = 1.14;

  /// Heads are above what the eye goes to, and nobody misses a little of the ground.
  private static final double HEADROOM = 0.14;

  private final double frameRatio;
  private final Template.Moves moves;

  Camera(Aspect aspect, Template.Moves moves) {
    this.frameRatio = aspect.frame().ratio();
    this.moves = moves;
  }

  /// The move of one shot.
  ///
  /// @param number of the scene in the film, from 0: neighbours move in opposite ways
  /// @param shot of this photo, from 0: later ones are closer
  Motion move(DecodedPhoto photo, int number, int shot, int frames) {
    double seconds = (double) frames / Storyboard.FRAMES_PER_SECOND;
    double near = moves.nearest() * Math.pow(NEXT_SHOT, shot % 3);
    double wide = Math.min(1, frameRatio / photo.ratio());
    double high = Math.min(1, photo.ratio() / frameRatio);
    boolean onward = number % 2 == 0;
    if (wide * high >= moves.enoughAtOnce()) {
      double far = near * Math.min(Math.pow(moves.growthPerSecond(), seconds), moves.closest());
      View whole = held(photo.focus(), near, wide, high, 0.25);
      View close = held(photo.focus(), far, wide, high, 1);
      return onward ? motion(whole, close) : motion(close, whole);
    }
    double inFrames = moves.travelPerSecond() * seconds / near;
    View goal = held(photo.focus(), near, wide, high, 1);
    return wide <= high
        ? travel(goal, onward, inFrames * wide, 0, near, wide, high)
        // Upward, whichever way the one before went: to the head, not to the feet.
        : travel(goal, false, 0, inFrames * high, near, wide, high);
  }

  /// A way that ends a quarter of its length beyond the goal, which is in sight for most of it. One
  /// that would begin or end beyond the photo is moved along, as far as there is room.
  private Motion travel(
      View goal, boolean onward, double x, double y, double near, double wide, double high) {
    double side = onward ? 1 : -1;
    View end = inside(goal.x() + side * x / 4, goal.y() + side * y / 4, near, wide, high);
    View from = inside(end.x() - side * x, end.y() - side * y, near, wide, high);
    View to = inside(from.x() + side * x, from.y() + side * y, near, wide, high);
    return motion(from, to);
  }

  private Motion motion(View from, View to) {
    return new Motion(from, to, moves.pace());
  }

  /// The view whose middle is drawn from the photo's toward its focus by `pull`.
  private static View held(Focus focus, double zoom, double wide, double high, double pull) {
    double x = 0.5 + (focus.x() - 0.5) * pull * (1 - 0.5 * focus.spread());
    double y = 0.5 + (focus.y() - 0.5) * pull * (1 - 0.5 * focus.spread()) - HEADROOM * (1 - high);
    return inside(x, y, zoom, wide, high);
  }

  private static View inside(double x, double y, double zoom, double wide, double high) {
    double marginX = wide / zoom / 2;
    double marginY = high / zoom / 2;
    return new View(Math.clamp(x, marginX, 1 - marginX), Math.clamp(y, marginY, 1 - marginY), zoom);
  }
}
