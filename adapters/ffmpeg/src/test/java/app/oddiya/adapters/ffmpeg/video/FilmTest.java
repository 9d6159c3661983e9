package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.RenderFailure;
import app.oddiya.domain.video.film.RenderOutcome;
import app.oddiya.domain.video.film.RenderOutcome.Failed;
import app.oddiya.domain.video.film.RenderOutcome.Rendered;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.film.Scene;
import app.oddiya.domain.video.film.Storyboard;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is special to films that ffmpeg makes.
class FilmTest {

  private static final FfmpegConfig CARRIED = new FfmpegConfig(Optional.empty(), Tools.cache());
  private static final FrameSize SQUARE = Aspect.SQUARE.frame();
  private static final Duration AMPLE = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void neitherFilmNorPosterCarriesMetadata()
      throws InterruptedException, IOException, ImageProcessingException {
    Rendered rendered = rendered();

    Ffmpeg.Ended tags =
        Tools.ffmpeg()
            .probe(
                List.of("-show_entries", "format_tags", Ffmpeg.local(rendered.film())),
                Tools.AMPLE,
                AMPLE);
    assertThat(tags.output()).doesNotContain("encoder", "creation_time", "location", "comment");
    assertThat(ImageMetadataReader.readMetadata(rendered.poster().toFile()).getDirectories())
        .extracting(Directory::getName)
        .doesNotContain("Exif IFD0", "GPS", "XMP", "IPTC", "ICC Profile");
  }

  @Test
  void aHardCutIsAKeyFrame() throws InterruptedException {
    DecodedPhoto photo = photo();
    Storyboard storyboard =
        Storyboards.film(
            Aspect.SQUARE,
            1,
            List.of(
                new Scene(photo, 0, 15, 0, Storyboards.STILL, Optional.empty()),
                new Scene(photo, 15, 15, 0, Storyboards.STILL, Optional.empty())));
    Rendered film =
        (Rendered)
            renderer(CARRIED).render(storyboard, folder, Renderer.Progress.IGNORED, deadline());

    Ffmpeg.Ended frames =
        Tools.ffmpeg()
            .probe(
                List.of(
                    "-select_streams",
                    "v",
                    "-skip_frame",
                    "nokey",
                    "-show_entries",
                    "frame=pts_time",
                    "-of",
                    "csv=p=0",
                    Ffmpeg.local(film.film())),
                Tools.AMPLE,
                AMPLE);
    assertThat(frames.output().lines().map(line -> line.replace(",", "")).filter(l -> !l.isEmpty()))
        .containsExactly("0.000000", "0.500000");
  }

  @Test
  void aFilmThatWasCutShortIsNotAFilm() throws InterruptedException, IOException {
    Rendered rendered = rendered();
    byte[] whole = Files.readAllBytes(rendered.film());
    Path half = Files.write(folder.resolve("half.mp4"), Arrays.copyOf(whole, whole.length * 3 / 4));
    FilmProbe probe = new FilmProbe(Tools.ffmpeg());

    assertThat(probe.probe(rendered.film(), storyboard(), SQUARE, AMPLE).faults()).isEmpty();
    assertThat(probe.probe(half, storyboard(), SQUARE, AMPLE).faults()).isNotEmpty();
  }

  @Test
  void aFilmOfAnotherLengthOrSizeIsNotTheOneAskedFor() throws InterruptedException, IOException {
    Rendered rendered = rendered();
    DecodedPhoto photo = photo();
    FilmProbe probe = new FilmProbe(Tools.ffmpeg());

    assertThat(
            probe
                .probe(
                    rendered.film(),
                    Storyboards.film(photo, Aspect.SQUARE, 2, Storyboards.STILL),
                    SQUARE,
                    AMPLE)
                .faults())
        .anyMatch(fault -> fault.startsWith("duration"));
    assertThat(
            probe
                .probe(
                    rendered.film(),
                    Storyboards.film(photo, Aspect.PORTRAIT, 1, Storyboards.STILL),
                    Aspect.PORTRAIT.frame(),
                    AMPLE)
                .faults())
        .anyMatch(fault -> fault.contains("height"));
  }

  @Test
  void anEncoderThatDiesIsAFailureInItsOwnWords() throws InterruptedException, IOException {
    FfmpegConfig dying = program("echo 'no space left' >&2; exit 3");

    Failed failed = (Failed) render(dying);

    assertThat(failed.code()).isEqualTo(RenderFailure.ENCODER_FAILED);
    assertThat(failed.detail()).isEqualTo("exit 3: no space left");
  }

  @Test
  void anEncoderThatIsContentWithNothingIsAFailureToo() throws InterruptedException, IOException {
    FfmpegConfig content = program("cat > /dev/null; exit 0");

    Failed failed = (Failed) render(content);

    assertThat(failed.code()).isEqualTo(RenderFailure.OUTPUT_REFUSED);
  }

  @Test
  void anInterruptKillsTheEncoder()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    List<ProcessHandle> encoders = new ArrayList<>();
    Renderer.Progress impatient =
        (done, total) -> {
          encoders.addAll(ProcessHandle.current().descendants().toList());
          Thread.currentThread().interrupt();
        };

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> renderer(CARRIED).render(storyboard(), folder, impatient, deadline()));

    assertThat(encoders).isNotEmpty();
    for (ProcessHandle encoder : encoders) {
      encoder.onExit().get(10, TimeUnit.SECONDS);
    }
  }

  private Rendered rendered() throws InterruptedException {
    return (Rendered) render(CARRIED);
  }

  private RenderOutcome render(FfmpegConfig config) throws InterruptedException {
    return renderer(config).render(storyboard(), folder, Renderer.Progress.IGNORED, deadline());
  }

  private Storyboard storyboard() {
    return Storyboards.film(photo(), Aspect.SQUARE, 1, Storyboards.STILL);
  }

  private DecodedPhoto photo() {
    return Storyboards.photo(folder, 1200, 1200, (x, y) -> 40 + (x + y) % 160);
  }

  private static Renderer renderer(FfmpegConfig config) {
    return new FfmpegRenderer(Ffmpeg.of(config), Typefaces.of(CARRIED), InstantSource.system());
  }

  private static Deadline deadline() {
    return Deadline.in(AMPLE, InstantSource.system());
  }

  private FfmpegConfig program(String line) throws IOException {
    return new FfmpegConfig(Optional.of(Tools.program(folder, line)), Tools.cache());
  }
}
