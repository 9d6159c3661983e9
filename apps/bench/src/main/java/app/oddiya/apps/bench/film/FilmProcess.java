package app.oddiya.apps.bench.film;

import app.oddiya.adapters.ffmpeg.video.FfmpegConfig;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.Caption;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.Director;
import app.oddiya.domain.video.film.FilmRequest;
import app.oddiya.domain.video.film.Motion;
import app.oddiya.domain.video.film.PhotoReading;
import app.oddiya.domain.video.film.RenderOutcome;
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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A process that makes one film as the worker does, from files to a file: `PHOTOS WORK SECONDS
/// CACHE TEMPLATE [FFMPEG]`.
public final class FilmProcess {

  private static final Duration AMPLE = Duration.ofMinutes(10);
  private static final int FADE = 16;

  private FilmProcess() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path work = Path.of(args[1]);
    Optional<Path> ffmpeg = args.length > 5 ? Optional.of(Path.of(args[5])) : Optional.empty();
    FilmParts parts =
        FilmParts.of(new FfmpegConfig(ffmpeg, Path.of(args[3])), InstantSource.system());
    List<DecodedPhoto> photos = new ArrayList<>();
    for (Path file : files(Path.of(args[0]))) {
      switch (parts.decoder().read(file, work, Aspect.PORTRAIT.frame(), soon())) {
        case PhotoReading.Readable(DecodedPhoto photo) -> photos.add(photo);
        case PhotoReading.Refused refused -> throw new IllegalStateException(refused.toString());
      }
    }
    Template template = Template.of(args[4]).orElseThrow();
    int seconds = Integer.parseInt(args[2]);
    Storyboard storyboard =
        template.equals(Template.BASIC) ? basic(photos, seconds) : cut(template, photos, seconds);
    RenderOutcome outcome =
        parts.renderer().render(storyboard, work, Renderer.Progress.IGNORED, soon());
    if (outcome instanceof RenderOutcome.Failed failed) {
      throw new IllegalStateException(failed.toString());
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /// As the template has it, under a title.
  private static Storyboard cut(Template template, List<DecodedPhoto> photos, int seconds) {
    FilmRequest request =
        new FilmRequest(
            template,
            Aspect.PORTRAIT,
            seconds,
            Optional.of("부산 여행"),
            Optional.empty(),
            new Soundtrack.Composed(template.track()));
    return new Director(request).cut(photos).storyboard();
  }

  /// Scenes of equal length; of one photo, without a word: something in it is followed.
  private static Storyboard basic(List<DecodedPhoto> photos, int seconds) {
    int frames = seconds * Storyboard.FRAMES_PER_SECOND;
    boolean wordless = photos.size() == 1;
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < photos.size(); i++) {
      int begin = frames * i / photos.size() - (i == 0 ? 0 : FADE / 2);
      int end = frames * (i + 1) / photos.size() + (i == photos.size() - 1 ? 0 : FADE / 2);
      Optional<Caption> caption =
          wordless
              ? Optional.empty()
              : Optional.of(new Caption("해운대해수욕장", Optional.of("Haeundae " + i), 50));
      scenes.add(new Scene(photos.get(i), begin, end - begin, i == 0 ? 0 : FADE, move(i), caption));
    }
    return new Storyboard(
        Template.BASIC,
        Aspect.PORTRAIT,
        seconds,
        Locale.KOREAN,
        wordless ? Optional.empty() : Optional.of(new Title("부산 여행", Optional.of("2026.05.03"))),
        scenes,
        wordless ? 0 : 20,
        new Soundtrack.Composed(Track.DAYBREAK));
  }

  /// Across, and nearer or away.
  private static Motion move(int number) {
    View first = new View(0.48, 0.5, 1.02);
    View last = new View(0.52, 0.5, 1.07);
    return number % 2 == 0 ? new Motion(first, last) : new Motion(last, first);
  }

  private static Deadline soon() {
    return Deadline.in(AMPLE, InstantSource.system());
  }
}
