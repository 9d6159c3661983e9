package app.oddiya.domain.video.film;

/// A movement of the camera over a photo, from the first visible frame to the last.
public record Motion(View from, View to, Pace pace) {

  /// How much of the way is eased: 0 would be an even pace with a start and a stop that jerk, 1 a
  /// camera that seems to hesitate in every fade.
  private static final double EASE = 0.35;

  /// Share of a punch's way that is gone at once, and how soon.
  private static final double PUNCHED = 0.72;

  private static final double SUDDENNESS = 11;

  /// How the way is spread over the time.
  public enum Pace {
    /// A little more slowly at both ends.
    DRIFT,
    /// The same all the time.
    EVEN,
    /// Nearly all of it at once, on the cut, and the rest slowly.
    PUNCH
  }

  public Motion(View from, View to) {
    this(from, to, Pace.DRIFT);
  }

  /// The view at `time`, 0..1 of the scene. Magnification changes by equal factors in equal parts
  /// of the way, which the eye takes for an even approach.
  public View at(double time) {
    double way = way(time);
    return new View(
        from.x() + (to.x() - from.x()) * way,
        from.y() + (to.y() - from.y()) * way,
        from.zoom() * Math.pow(to.zoom() / from.zoom(), way));
  }

  private double way(double time) {
    return switch (pace) {
      case DRIFT -> (1 - EASE) * time + EASE * time * time * (3 - 2 * time);
      case EVEN -> time;
      case PUNCH -> {
        double sudden = (1 - Math.exp(-SUDDENNESS * time)) / (1 - Math.exp(-SUDDENNESS));
        yield PUNCHED * sudden + (1 - PUNCHED) * time;
      }
    };
  }
}
