package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.testkit.story.PaperPhotos;
import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.FilmRequest;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.Previewer;
import app.oddiya.domain.video.film.RenderFailure;
import app.oddiya.domain.video.film.RenderOutcome;
import app.oddiya.domain.video.film.Soundtrack;
import app.oddiya.domain.video.film.Storyboard;
import app.oddiya.domain.video.film.Teaser;
import app.oddiya.domain.video.film.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every [Previewer] does.
public interface PreviewerContract {

  Previewer previewer();

  @ParameterizedTest
  @EnumSource(Aspect.class)
  default void itIsAsLongAsItsStoryboardAndSmall(Aspect aspect, @TempDir Path folder)
      throws InterruptedException, IOException {
    RenderOutcome outcome = previewer().preview(teaser(aspect, folder), folder, Deadlines.ample());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            RenderOutcome.Rendered.class,
            made -> {
              assertThat(made.size()).isEqualTo(small(aspect));
              assertThat(made.frames()).isEqualTo(90);
              assertThat(made.film()).isNotEmptyFile().hasParent(folder);
              assertThat(made.poster()).isNotEmptyFile().hasParent(folder);
            });
    assertThat(folder.resolve("film.mp4")).doesNotExist();
    assertThat(folder.resolve("poster.jpg")).doesNotExist();
  }

  @Test
  default void aLostPhotoIsAFailure(@TempDir Path folder) throws InterruptedException, IOException {
    Storyboard teaser = teaser(Aspect.SQUARE, folder);
    Files.write(teaser.scenes().getFirst().photo().pixels(), new byte[100]);

    assertThat(failure(previewer().preview(teaser, folder, Deadlines.ample())))
        .isEqualTo(RenderFailure.PHOTO_LOST);
  }

  @Test
  default void aDeadlineThatPassedIsAFailure(@TempDir Path folder) throws InterruptedException {
    Storyboard teaser = teaser(Aspect.SQUARE, folder);

    assertThat(failure(previewer().preview(teaser, folder, new Deadline(Instant.EPOCH))))
        .isEqualTo(RenderFailure.TOO_SLOW);
  }

  @Test
  default void anInterruptEndsIt(@TempDir Path folder) {
    Storyboard teaser = teaser(Aspect.SQUARE, folder);
    Previewer previewer = previewer();
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> previewer.preview(teaser, folder, Deadlines.ample()));
    assertThat(Thread.interrupted()).isFalse();
  }

  private static Storyboard teaser(Aspect aspect, Path folder) {
    DecodedPhoto dark = PaperPhotos.grey(folder.resolve("dark.yuv"), 2100, 2100, (byte) 60);
    DecodedPhoto light = PaperPhotos.grey(folder.resolve("light.yuv"), 2100, 2100, (byte) 180);
    FilmRequest request =
        new FilmRequest(
            Template.BASIC,
            aspect,
            15,
            Optional.of("부산"),
            Optional.empty(),
            new Soundtrack.Silence());
    return Teaser.of(request, List.of(dark, light));
  }

  private static FrameSize small(Aspect aspect) {
    return switch (aspect) {
      case PORTRAIT -> new FrameSize(360, 640);
      case LANDSCAPE -> new FrameSize(640, 360);
      case SQUARE -> new FrameSize(360, 360);
    };
  }

  private static RenderFailure failure(RenderOutcome outcome) {
    return switch (outcome) {
      case RenderOutcome.Failed failed -> failed.code();
      case RenderOutcome.Rendered rendered -> throw new AssertionError("rendered: " + rendered);
    };
  }
}
