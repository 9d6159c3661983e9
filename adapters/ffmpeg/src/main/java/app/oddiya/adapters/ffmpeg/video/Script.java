package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Caption;
import app.oddiya.domain.video.film.Card;
import app.oddiya.domain.video.film.Scene;
import app.oddiya.domain.video.film.Storyboard;
import app.oddiya.domain.video.film.Template.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Decides when each of a storyboard's words is seen.
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
        .ifPresent(
            title ->
                script.add(new Words(() -> typesetter.title(title), TITLE_FROM, titleEnd, fade)));
    for (Scene scene : storyboard.scenes()) {
      scene.card().ifPresent(card -> script.addAll(words(card, cards, scene)));
      // A name on a print is part of it.
      Optional<Caption> caption =
          storyboard.template().stage() == Stage.PRINTS ? Optional.empty() : scene.caption();
      caption.ifPresent(name -> script.add(words(name, () -> typesetter.caption(name), scene)));
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
  private Words words(Caption name, Supplier<Optional<Overlay>> set, Scene scene) {
    int from = scene.firstFrame() + scene.fadeIn() / 2;
    int end = scene.firstFrame() + name.frames() - scene.fadeIn() / 3;
    return words(set, from, end);
  }

  /// A card waits until the title is gone, and what is drawn on it comes bit by bit.
  private List<Words> words(Card card, CardSetter cards, Scene scene) {
    int from = Math.max(scene.firstFrame() + scene.fadeIn() / 2, titleEnd);
    int end = scene.firstFrame() + card.frames() - scene.fadeIn() / 3;
    return switch (card) {
      case Card.Day day -> List.of(words(() -> Optional.of(cards.day(day)), from, end));
      case Card.Route route -> {
        Supplier<List<Overlay>> way = once(() -> cards.way(route));
        double share = DRAWING * (end - from) / route.places().size();
        yield IntStream.range(0, route.places().size())
            .mapToObj(
                leg ->
                    words(
                        () -> Optional.of(way.get().get(leg)),
                        from + (int) Math.round(leg * Math.min(LEG, share)),
                        end))
            .toList();
      }
    };
  }

  private Words words(Supplier<Optional<Overlay>> set, int from, int end) {
    return new Words(set, from, Math.max(from + 1, end), fade);
  }

  /// What `made` gives, made when it is first asked for, by whichever painter.
  private static <T> Supplier<T> once(Supplier<T> made) {
    return new Supplier<>() {

      private Optional<T> kept = Optional.empty();

      @Override
      public synchronized T get() {
        if (kept.isEmpty()) {
          kept = Optional.of(made.get());
        }
        return kept.get();
      }
    };
  }
}
