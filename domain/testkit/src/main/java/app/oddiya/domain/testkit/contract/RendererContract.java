package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.testkit.story.PaperPhotos;
import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.Caption;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.Motion;
import app.oddiya.domain.video.film.RenderFailure;
import app.oddiya.domain.video.film.RenderOutcome;
import app.oddiya.domain.video.film.RenderOutcome.Failed;
import app.oddiya.domain.video.film.RenderOutcome.Rendered;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.film.Scene;
import app.oddiya.domain.video.film.Soundtrack;
import app.oddiya.domain.video.film.Storyboard;
import app.oddiya.domain.video.film.Template;
import app.oddiya.domain.video.film.Title;
import app.oddiya.domain.video.film.Track;
import app.oddiya.domain.video.film.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every [Renderer] does, shown with a film of one second.
public interface RendererContract {

  Renderer renderer();

  @Test
  default void theFilmIsWhatTheStoryboardSays(@TempDir Path folder)
      throws InterruptedException, IOException {
    Rendered rendered = rendered(oneSecond(folder), work(folder, "work"));

    assertThat(rendered.frames()).isEqualTo(30);
    assertThat(rendered.duration()).isBetween(Duration.ofMillis(966), Duration.ofMillis(1034));
    assertThat(rendered.size()).isEqualTo(Aspect.SQUARE.frame());
    assertThat(rendered.film().getParent()).isEqualTo(folder.resolve("work"));
    assertThat(Files.size(rendered.film())).isPositive();
    assertThat(Files.size(rendered.poster())).isPositive();
  }

  @Test
  default void theSameStoryboardGivesTheSameFilm(@TempDir Path folder)
      throws InterruptedException, IOException {
    Storyboard storyboard = oneSecond(folder);

    Rendered one = rendered(storyboard, work(folder, "one"));
    Rendered other = rendered(storyboard, work(folder, "other"));

    assertThat(Files.mismatch(one.film(), other.film())).isEqualTo(-1);
    assertThat(Files.mismatch(one.poster(), other.poster())).isEqualTo(-1);
  }

  @Test
  default void progressGoesOnwardToTheLastFrame(@TempDir Path folder) throws InterruptedException {
    List<Integer> heard = new ArrayList<>();

    renderer()
        .render(
            oneSecond(folder),
            work(folder, "work"),
            (done, total) -> {
              assertThat(total).isEqualTo(30);
              heard.add(done);
            },
            Deadlines.ample());

    assertThat(heard).isSorted().endsWith(30);
  }

  @Test
  default void aLostPhotoIsAFailureAndNoFilm(@TempDir Path folder)
      throws InterruptedException, IOException {
    Storyboard storyboard = oneSecond(folder);
    Files.write(storyboard.scenes().getLast().photo().pixels(), new byte[100]);
    Path work = work(folder, "work");

    assertThat(
            failure(
                renderer().render(storyboard, work, Renderer.Progress.IGNORED, Deadlines.ample())))
        .isEqualTo(RenderFailure.PHOTO_LOST);
    assertThat(work.resolve("film.mp4")).doesNotExist();
  }

  @Test
  default void aDeadlineThatPassedIsAFailure(@TempDir Path folder) throws InterruptedException {
    RenderOutcome outcome =
        renderer()
            .render(
                oneSecond(folder),
                work(folder, "work"),
                Renderer.Progress.IGNORED,
                new Deadline(Instant.EPOCH));

    assertThat(failure(outcome)).isEqualTo(RenderFailure.TOO_SLOW);
  }

  @Test
  default void anInterruptEndsTheRendering(@TempDir Path folder) throws IOException {
    Storyboard storyboard = oneSecond(folder);
    Path work = work(folder, "work");

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(
            () ->
                renderer()
                    .render(
                        storyboard,
                        work,
                        (done, total) -> {
                          if (done > 0) {
                            Thread.currentThread().interrupt();
                          }
                        },
                        Deadlines.ample()));
    assertThat(Thread.interrupted()).isFalse();
    assertThat(work.resolve("film.mp4")).doesNotExist();
  }

  /// Two grey photos, one fade, every kind of words.
  private static Storyboard oneSecond(Path folder) {
    DecodedPhoto dark = PaperPhotos.grey(folder.resolve("dark.yuv"), 1200, 1440, (byte) 60);
    DecodedPhoto light = PaperPhotos.grey(folder.resolve("light.yuv"), 1440, 1200, (byte) 180);
    Motion motion = new Motion(new View(0.5, 0.5, 1), new View(0.5, 0.5, 1.05));
    return new Storyboard(
        Template.BASIC,
        Aspect.SQUARE,
        1,
        Locale.KOREAN,
        Optional.of(new Title("부산", Optional.of("2026.05.03"))),
        List.of(
            new Scene(
                dark,
                0,
                18,
                0,
                motion,
                Optional.of(new Caption("해운대", Optional.of("Haeundae"), 18))),
            new Scene(light, 12, 18, 6, motion, Optional.empty())),
        4,
        new Soundtrack.Composed(Track.DAYBREAK));
  }

  private Rendered rendered(Storyboard storyboard, Path work) throws InterruptedException {
    return switch (renderer()
        .render(storyboard, work, Renderer.Progress.IGNORED, Deadlines.ample())) {
      case Rendered rendered -> rendered;
      case Failed(RenderFailure code, String detail) ->
          throw new AssertionError("failed: " + code + ", " + detail);
    };
  }

  private static RenderFailure failure(RenderOutcome outcome) {
    return switch (outcome) {
      case Failed failed -> failed.code();
      case Rendered rendered -> throw new AssertionError("rendered: " + rendered);
    };
  }

  private static Path work(Path folder, String name) {
    Path work = folder.resolve(name);
    assertThat(work.toFile().mkdir()).isTrue();
    return work;
  }
}
