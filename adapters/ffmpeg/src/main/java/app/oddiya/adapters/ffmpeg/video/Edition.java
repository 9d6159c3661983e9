package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.Previewer;
import app.oddiya.domain.video.film.Storyboard;

/// One of the two forms in which a storyboard is delivered.
///
/// @param film its file's name
/// @param poster its file's name
/// @param size of the film's pictures
/// @param posterFrame at which the title is all there
record Edition(String film, String poster, FrameSize size, int posterFrame) {

  static Edition film(Storyboard storyboard) {
    return new Edition(
        "film.mp4",
        "poster.jpg",
        storyboard.aspect().frame(),
        Math.min(45, storyboard.frames() / 2));
  }

  static Edition preview(Storyboard storyboard) {
    FrameSize frame = storyboard.aspect().frame();
    double scale = (double) Previewer.SIDE / Math.min(frame.width(), frame.height());
    FrameSize size = new FrameSize(even(frame.width() * scale), even(frame.height() * scale));
    return new Edition("preview.mp4", "preview.jpg", size, Math.min(22, storyboard.frames() / 2));
  }

  private static int even(double length) {
    return (int) Math.round(length / 2) * 2;
  }

  /// The name of the film until it has been looked at.
  String unfinished() {
    return film.replace(".mp4", ".part.mp4");
  }
}
