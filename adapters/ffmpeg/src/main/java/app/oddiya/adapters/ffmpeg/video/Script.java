package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Caption;
import app.oddiya.domain.video.film.Scene;
import app.oddiya.domain.video.film.Storyboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sets all words of a storyboard and decides when each is seen.
final class Script {

  private static final int FADE = 12;

  /// Frames after the beginning in which the title starts to come.
  private static final int TITLE_FROM = 4;

  /// Time to read a title.
  private static final int TITLE_LENGTH = 84;

  private static final int SHORTEST_TITLE = 54;

  private Script() {}

  static List<Words> of(Storyboard storyboard, Typesetter typesetter) {
    List<Words> script = new ArrayList<>();
    storyboard
        .title()
        .flatMap(typesetter::title)
        .ifPresent(title -> script.add(new Words(title, TITLE_FROM, titleEnd(storyboard), FADE)));
    for (Scene scene : storyboard.scenes()) {
      Optional<Caption> caption = scene.caption();
      caption.flatMap(typesetter::caption).ifPresent(set -> script.add(words(set, scene)));
    }
    return script;
  }

  /// A title goes with the first photo, unless that is too short to read it.
  private static int titleEnd(Storyboard storyboard) {
    Scene first = storyboard.scenes().getFirst();
    int end = Math.min(TITLE_FROM + TITLE_LENGTH, first.endFrame() - FADE / 2);
    return Math.min(Math.max(end, TITLE_FROM + SHORTEST_TITLE), storyboard.frames());
  }

  /// A name comes with its photo and goes before that is half gone.
  private static Words words(Overlay set, Scene scene) {
    int frames = scene.caption().map(Caption::frames).orElse(0);
    int from = scene.firstFrame() + scene.fadeIn() / 2;
    int end = scene.firstFrame() + frames - scene.fadeIn() / 3;
    return new Words(set, from, Math.max(from + 1, end), FADE);
  }
}
