package app.oddiya.domain.video.film;

/// Lays prints on a table until they cover it. Each comes to lie wholly in sight on those before,
/// turned a little, at the next of a few places, so that its predecessor can still be seen; its
/// foot stays above what apps lay over a film. The camera comes slowly nearer all through the film,
/// in one movement that no print interrupts.
final class Table {

  /// Edges that prints keep inside, in widths and heights of the table.
  private static final double LEFT = 0.03;

  private static final double RIGHT = 0.93;
  private static final double TOP = 0.06;
  private static final double BOTTOM = 0.86;

  /// Where in the room that is left prints lie, one after the other.
  private static final double[][] PLACES = {
    {0.15, 0.2}, {0.85, 0.75}, {0.3, 1.0}, {0.9, 0.0}, {0.0, 0.55}, {0.65, 0.45}, {0.45, 0.05},
  };

  private static final double[] TURNS = {-4.5, 3.2, -2.1, 5.4, 2.4, -5.8, 1.3, -3.4};

  /// Pictures are cropped to what an instant camera's paper may be like.
  private static final double TALLEST = 0.8;

  private static final double WIDEST = 1.3;

  /// In the table's shorter sides.
  private static final double WIDEST_PRINT = 0.72;

  private static final double NEAREST = 1.015;
  private static final double SWAY = 0.006;

  private final FrameSize frame;
  private final Template.Moves moves;
  private final int frames;

  /// @param frames of the whole film
  Table(Aspect aspect, Template.Moves moves, int frames) {
    this.frame = aspect.frame();
    this.moves = moves;
    this.frames = frames;
  }

  /// @param number of the print in the film, from 0
  Print lay(int number, DecodedPhoto photo) {
    double ratio = Math.clamp(photo.ratio(), TALLEST, WIDEST);
    double shorter = Math.min(frame.width(), frame.height());
    double acrossRoom = (RIGHT - LEFT) * frame.width() / shorter;
    double downRoom = (BOTTOM - TOP) * frame.height() / shorter;
    double height = Print.height(ratio);
    double width = Math.min(Math.min(WIDEST_PRINT, acrossRoom * 0.9), downRoom * 0.8 / height);
    double[] place = PLACES[number % PLACES.length];
    double spareX = (acrossRoom - width) * shorter / frame.width();
    double spareY = (downRoom - width * height) * shorter / frame.height();
    double halfX = width * shorter / frame.width() / 2;
    double halfY = width * height * shorter / frame.height() / 2;
    return new Print(
        LEFT + halfX + spareX * place[0],
        TOP + halfY + spareY * place[1],
        width,
        ratio,
        TURNS[number % TURNS.length]);
  }

  /// What the camera does from `firstFrame` on for `frames`.
  Motion camera(int firstFrame, int frames) {
    return new Motion(at(firstFrame), at(firstFrame + frames - 1), moves.pace());
  }

  private View at(int frameNumber) {
    double way = (double) frameNumber / Math.max(1, frames - 1);
    double side = SWAY * (2 * way - 1);
    return new View(0.5 + side, 0.5 + side, NEAREST * Math.pow(moves.closest(), way));
  }
}
