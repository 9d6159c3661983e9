package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.RenderFailure;
import app.oddiya.domain.video.film.RenderOutcome;
import app.oddiya.domain.video.film.RenderOutcome.Failed;
import app.oddiya.domain.video.film.RenderOutcome.Rendered;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.film.Scene;
import app.oddiya.domain.video.film.Soundtrack;
import app.oddiya.domain.video.film.Storyboard;
import app.oddiya.domain.video.film.Track;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;

/// Draws frames in Java, has one ffmpeg encode them, and looks at the result before it calls it a
/// film. Until then it has another name, so that nobody takes half of one for the whole.
final class FfmpegRenderer implements Renderer {

  private static final String FILM = "film.mp4";
  private static final String UNFINISHED = "film.part.mp4";
  private static final String POSTER = "poster.jpg";
  private static final String SOUND = "sound.pcm";

  /// The poster is a frame in which the title is all there.
  private static final int POSTER_FRAME = 45;

  private final Ffmpeg ffmpeg;
  private final Typefaces typefaces;
  private final FilmProbe probe;
  private final InstantSource clock;

  FfmpegRenderer(Ffmpeg ffmpeg, Typefaces typefaces, InstantSource clock) {
    this.ffmpeg = ffmpeg;
    this.typefaces = typefaces;
    this.probe = new FilmProbe(ffmpeg);
    this.clock = clock;
  }

  @Override
  public RenderOutcome render(
      Storyboard storyboard, Path workFolder, Progress progress, Deadline deadline)
      throws InterruptedException {
    if (deadline.isOver(clock)) {
      return tooSlow();
    }
    try {
      for (Scene scene : storyboard.scenes()) {
        if (!isWhole(scene.photo())) {
          return new Failed(RenderFailure.PHOTO_LOST, "the pixels of a photo are gone");
        }
      }
      Path sound = workFolder.resolve(SOUND);
      sound(storyboard).write(sound);
      RenderOutcome outcome = encode(storyboard, workFolder, sound, progress, deadline);
      Files.delete(sound);
      return outcome;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWhole(DecodedPhoto photo) throws IOException {
    return Files.isRegularFile(photo.pixels())
        && Files.size(photo.pixels()) == (long) photo.width() * photo.height() * 3 / 2;
  }

  private static Sound sound(Storyboard storyboard) {
    return switch (storyboard.soundtrack()) {
      case Soundtrack.Composed(Track track) ->
          switch (track) {
            case DAYBREAK -> Daybreak.play(storyboard.seconds());
          };
      case Soundtrack.Silence() -> Sound.silence(storyboard.seconds());
    };
  }

  private RenderOutcome encode(
      Storyboard storyboard, Path workFolder, Path sound, Progress progress, Deadline deadline)
      throws IOException, InterruptedException {
    List<Words> words =
        Script.of(
            storyboard,
            new Typesetter(typefaces, storyboard.language(), storyboard.aspect().frame()));
    Path unfinished = workFolder.resolve(UNFINISHED);
    Path poster = workFolder.resolve(POSTER);
    try (FrameLine line = new FrameLine(storyboard, words);
        Ffmpeg.Running encoder = Encoder.start(ffmpeg, storyboard, sound, unfinished)) {
      int shown = Math.min(POSTER_FRAME, storyboard.frames() / 2);
      Poster.write(line.paint(shown), storyboard.aspect().frame(), poster);
      boolean taken =
          line.run(encoder.process().getOutputStream(), progress, () -> deadline.isOver(clock));
      if (deadline.isOver(clock)) {
        return tooSlow();
      }
      Ffmpeg.Ended ended = encoder.end(deadline.remaining(clock));
      if (ended.isOutOfTime()) {
        return tooSlow();
      }
      if (!taken || ended.exit() != 0) {
        return new Failed(
            RenderFailure.ENCODER_FAILED, "exit " + ended.exit() + ": " + ended.errors());
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException) {
        return new Failed(RenderFailure.PHOTO_LOST, "the pixels of a photo could not be read");
      }
      throw new IllegalStateException("a frame could not be drawn", e.getCause());
    }
    return accepted(storyboard, workFolder, unfinished, poster, progress, deadline);
  }

  private RenderOutcome accepted(
      Storyboard storyboard,
      Path workFolder,
      Path unfinished,
      Path poster,
      Progress progress,
      Deadline deadline)
      throws IOException, InterruptedException {
    FilmProbe.Findings findings = probe.probe(unfinished, storyboard, deadline.remaining(clock));
    if (!findings.faults().isEmpty()) {
      return new Failed(RenderFailure.OUTPUT_REFUSED, String.join("; ", findings.faults()));
    }
    Path film = workFolder.resolve(FILM);
    Files.move(unfinished, film, StandardCopyOption.ATOMIC_MOVE);
    progress.frames(storyboard.frames(), storyboard.frames());
    return new Rendered(
        film, poster, findings.duration(), findings.frames(), storyboard.aspect().frame());
  }

  private static Failed tooSlow() {
    return new Failed(RenderFailure.TOO_SLOW, "the deadline passed");
  }
}
