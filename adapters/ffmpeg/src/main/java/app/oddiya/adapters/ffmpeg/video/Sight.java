package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.View;

/// Which point of a plane of a photo lies under which point of the same plane of a frame: sample
/// `i` of a frame's row shows the place `x + i * step` of the photo's, in samples from its first.
///
/// @param step photo samples for one frame sample, in both directions
record Sight(double x, double y, double step) {

  /// For the plane of luma.
  static Sight ofLuma(DecodedPhoto photo, FrameSize frame, View view) {
    double cover =
        Math.max((double) frame.width() / photo.width(), (double) frame.height() / photo.height());
    double step = 1 / (cover * view.zoom());
    // Sample i is the square from i to i + 1, its middle at i + 1/2.
    double left = view.x() * photo.width() - step * frame.width() / 2;
    double top = view.y() * photo.height() - step * frame.height() / 2;
    return new Sight(left + step / 2 - 0.5, top + step / 2 - 0.5, step);
  }

  /// For the planes of colour differences: half as large, each sample sited at the left one of its
  /// two columns and between its two rows.
  static Sight ofColor(DecodedPhoto photo, FrameSize frame, View view) {
    Sight luma = ofLuma(photo, frame, view);
    double y = (luma.y + luma.step / 2 - 0.5) / 2;
    return new Sight(luma.x / 2, y, luma.step);
  }
}
