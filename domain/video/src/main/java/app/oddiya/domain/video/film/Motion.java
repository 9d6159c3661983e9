package app.oddiya.domain.video.film;

/// A slow movement of the camera over a photo, from the first visible frame to the last.
public record Motion(View from, View to) {

  /// How much of the way is eased: 0 would be an even pace with a start and a stop that jerk, 1 a
  /// camera that seems to hesitate in every fade.
  private static final double EASE = 0.35;

  /// The view at `time`, 0..1 of the scene. Magnification changes by equal factors in equal times,
  /// which the eye takes for an even approach.
  public View at(double time) {
    double smooth = time * time * (3 - 2 * time);
    double way = (1 - EASE) * time + EASE * smooth;
    return new View(
        from.x() + (to.x() - from.x()) * way,
        from.y() + (to.y() - from.y()) * way,
        from.zoom() * Math.pow(to.zoom() / from.zoom(), way));
  }
}
