package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Card;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.Scene;
import app.oddiya.domain.video.film.Storyboard;
import app.oddiya.domain.video.film.Template.Lettering;
import app.oddiya.domain.video.film.Template.Stage;
import app.oddiya.domain.video.film.Title;
import app.oddiya.domain.video.film.View;
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
  private final Typesetter typesetter;
  private final CardSetter cards;
  private final int fade;
  private final int titleEnd;

  private Script(Storyboard storyboard, Typefaces typefaces) {
    FrameSize frame = storyboard.aspect().frame();
    Lettering lettering = storyboard.template().lettering();
    this.storyboard = storyboard;
    this.typesetter = new Typesetter(typefaces, storyboard.language(), frame, lettering);
    this.cards = new CardSetter(typefaces, storyboard.language(), frame, lettering);
    this.fade = storyboard.template().words().fade();
    this.titleEnd = storyboard.title().isPresent() ? titleEnd() : 0;
  }

  static List<Words> of(Storyboard storyboard, Typefaces typefaces) {
    return new Script(storyboard, typefaces).words();
  }

  private List<Words> words() {
    List<Words> script = new ArrayList<>();
    for (Scene scene : storyboard.scenes()) {
      Optional<Words> name = name(scene);
      if (script.isEmpty()) {
        storyboard.title().ifPresent(title -> script.add(words(title, scene, name)));
      }
      scene.card().ifPresent(card -> script.addAll(words(card, scene, name)));
      name.ifPresent(script::add);
    }
    return script;
  }

  /// A title goes with the first photo, unless that is too short to read it.
  private int titleEnd() {
    Scene first = storyboard.scenes().getFirst();
    int end = Math.min(TITLE_FROM + TITLE_LENGTH, first.endFrame() - fade / 2);
    return Math.min(Math.max(end, TITLE_FROM + SHORTEST_TITLE), storyboard.frames());
  }

  private Words words(Title title, Scene scene, Optional<Words> name) {
    return words(
        () -> typesetter.title(title, clearing(scene, name, TITLE_FROM, titleEnd)),
        TITLE_FROM,
        titleEnd);
  }

  /// A name comes with its photo and goes before that is half gone. On a print it is part of it.
  private Optional<Words> name(Scene scene) {
    int from = scene.firstFrame() + scene.fadeIn() / 2;
    return scene
        .caption()
        .filter(_ -> storyboard.template().stage() != Stage.PRINTS)
        .map(
            name ->
                words(
                    () -> typesetter.caption(name),
                    from,
                    scene.firstFrame() + name.frames() - scene.fadeIn() / 3));
  }

  /// A card waits until the title is gone, and what is drawn on it comes bit by bit.
  private List<Words> words(Card card, Scene scene, Optional<Words> name) {
    int from = Math.max(scene.firstFrame() + scene.fadeIn() / 2, titleEnd);
    int end = scene.firstFrame() + card.frames() - scene.fadeIn() / 3;
    return switch (card) {
      case Card.Day day ->
          List.of(
              words(
                  () -> Optional.of(cards.day(day, clearing(scene, name, from, end))), from, end));
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

  /// Where words are best set over a scene's photo, and above its name.
  private Clearing clearing(Scene scene, Optional<Words> name, int from, int end) {
    FrameSize frame = storyboard.aspect().frame();
    if (storyboard.template().stage() == Stage.PRINTS) {
      return Clearing.everywhere(frame);
    }
    double time = ((from + end) / 2.0 - scene.firstFrame()) / scene.frames();
    View view = scene.motion().at(Math.clamp(time, 0.0, 1.0));
    Clearing clearing = Clearing.over(scene.photo(), frame, view);
    return name.flatMap(Words::overlay)
        .map(set -> clearing.above(typesetter.top(set)))
        .orElse(clearing);
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
