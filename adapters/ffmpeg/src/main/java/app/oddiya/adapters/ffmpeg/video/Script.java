package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Caption;
import app.oddiya.domain.video.film.Card;
import app.oddiya.domain.video.film.Scene;
import app.oddiya.domain.video.film.Storyboard;
import app.oddiya.domain.video.film.Template.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sets all words of a storyboard and decides when each is seen.
final class Script {

  /// Frames after the beginning in which the title starts to come.
  private static final int TITLE_FROM = 4;

  /// Time to read a title.
  private static final int TITLE_LENGTH = 84;

  private static final int SHORTEST_TITLE = 54;

  /// Frames from one leg of a way to the next, and the share of a card that they take at most.
  private static final int LEG = 9;

  private static final double DRAWING = 0.45;

  private final Storyboard storyboard;
  private final int fade;
  private final int titleEnd;

  private Script(Storyboard storyboard) {
    this.storyboard = storyboard;
    this.fade = storyboard.template().words().fade();
    this.titleEnd = storyboard.title().isPresent() ? titleEnd() : 0;
  }

  static List<Words> of(Storyboard storyboard, Typefaces typefaces) {
    return new Script(storyboard)
        .words(
            new Typesetter(
                typefaces,
                storyboard.language(),
                storyboard.aspect().frame(),
                storyboard.template().lettering()),
            new CardSetter(
                typefaces,
                storyboard.language(),
                storyboard.aspect().frame(),
                storyboard.template().lettering()));
  }

  private List<Words> words(Typesetter typesetter, CardSetter cards) {
    List<Words> script = new ArrayList<>();
    storyboard
        .title()
        .flatMap(typesetter::title)
        .ifPresent(title -> script.add(new Words(title, TITLE_FROM, titleEnd, fade)));
    for (Scene scene : storyboard.scenes()) {
      scene.card().ifPresent(card -> script.addAll(words(card, cards.set(card), scene)));
      // A name on a print is part of it.
      Optional<Caption> caption =
          storyboard.template().stage() == Stage.PRINTS ? Optional.empty() : scene.caption();
      caption.flatMap(typesetter::caption).ifPresent(set -> script.add(words(set, scene)));
    }
    return script;
  }

  /// A title goes with the first photo, unless that is too short to read it.
  private int titleEnd() {
    Scene first = storyboard.scenes().getFirst();
    int end = Math.min(TITLE_FROM + TITLE_LENGTH, first.endFrame() - fade / 2);
    return Math.min(Math.max(end, TITLE_FROM + SHORTEST_TITLE), storyboard.frames());
  }

  /// A name comes with its photo and goes before that is half gone.
  private Words words(Overlay set, Scene scene) {
    int frames = scene.caption().map(Caption::frames).orElse(0);
    int from = scene.firstFrame() + scene.fadeIn() / 2;
    int end = scene.firstFrame() + frames - scene.fadeIn() / 3;
    return new Words(set, from, Math.max(from + 1, end), fade);
  }

  /// A card waits until the title is gone, and what is drawn on it comes bit by bit.
  private List<Words> words(Card card, List<Overlay> set, Scene scene) {
    int from = Math.max(scene.firstFrame() + scene.fadeIn() / 2, titleEnd);
    int end = scene.firstFrame() + card.frames() - scene.fadeIn() / 3;
    List<Words> words = new ArrayList<>();
    for (int i = 0; i < set.size(); i++) {
      double share = DRAWING * (end - from) / set.size();
      int late = (int) Math.round(i * Math.min(LEG, share));
      words.add(new Words(set.get(i), from + late, Math.max(from + late + 1, end), fade));
    }
    return words;
  }
}
