package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.View;

/// Which point of a plane of a photo lies under which point of the same plane of a frame: sample
/// `i` of a frame's row shows the place `x + i * step` of the photo's, in samples from its first.
///
/// @param step photo samples for one frame sample, in both directions
record Sight(double x, double y, double step) {

  /// For the plane of luma.
  static Sight ofLuma(ColumnPlane luma, FrameSize frame, View view) {
    return ofLuma(luma.width(), luma.height(), frame, view);
  }

  /// For the plane of luma of a photo of so many samples.
  static Sight ofLuma(int width, int height, FrameSize frame, View view) {
    double cover = Math.max((double) frame.width() / width, (double) frame.height() / height);
    double step = 1 / (cover * view.zoom());
    // Sample i is the square from i to i + 1, its middle at i + 1/2.
    double left = view.x() * width - step * frame.width() / 2;
    double top = view.y() * height - step * frame.height() / 2;
    return new Sight(left + step / 2 - 0.5, top + step / 2 - 0.5, step);
  }

  /// For the planes of colour differences of a photo with such a plane of luma: half as large, each
  /// sample sited at the left one of its
  /// two columns and between its two rows.
  static Sight ofColor(ColumnPlane luma, FrameSize frame, View view) {
    return ofLuma(luma, frame, view).halved();
  }

  private Sight halved() {
    return new Sight(x / 2, (y + step / 2 - 0.5) / 2, step);
  }

  /// From this sight of a table: that of a picture that hangs over it.
  ///
  /// @param left of the picture on the table, in samples of luma
  /// @param top of the picture on the table
  /// @param size how much larger than on the table it is, growing from its middle
  Sight of(ColumnPlane picture, double left, double top, double size) {
    double middleX = picture.width() / 2.0 - 0.5;
    double middleY = picture.height() / 2.0 - 0.5;
    return new Sight(
        (x - left - middleX) / size + middleX, (y - top - middleY) / size + middleY, step / size);
  }
}
