package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Storyboard;
import java.util.Optional;

/// The pictures that frames are sampled from, in memory while they are needed. Several painters
/// take from it at once.
interface Shelf {

  /// The picture called so by the painter.
  PhotoPlanes picture(int number);

  /// What is on its way down to the table in scene `number`, if its photos are laid on one.
  Optional<PrintPlanes> print(int number);

  /// Forgets what is not seen from `frame` on.
  void forgetBefore(int frame);

  static Shelf of(Storyboard storyboard, Typefaces typefaces) {
    return switch (storyboard.template().stage()) {
      case FULL -> new PhotoShelf(storyboard.scenes());
      case PRINTS -> new TableShelf(storyboard, new Darkroom(storyboard, typefaces));
    };
  }
}
