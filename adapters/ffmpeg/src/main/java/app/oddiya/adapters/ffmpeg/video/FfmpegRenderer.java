package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.Previewer;
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
final class FfmpegRenderer implements Renderer, Previewer {

  private static final String SOUND = "sound.pcm";

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
    return render(storyboard, Edition.film(storyboard), workFolder, progress, deadline);
  }

  @Override
  public RenderOutcome preview(Storyboard storyboard, Path workFolder, Deadline deadline)
      throws InterruptedException {
    return render(storyboard, Edition.preview(storyboard), workFolder, Progress.IGNORED, deadline);
  }

  private RenderOutcome render(
      Storyboard storyboard, Edition edition, Path workFolder, Progress progress, Deadline deadline)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
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
      RenderOutcome outcome = encode(storyboard, edition, workFolder, sound, progress, deadline);
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

  private static Sound sound(Storyboard storyboard) throws IOException {
    return switch (storyboard.soundtrack()) {
      case Soundtrack.Composed(Track track) -> Music.play(track, storyboard.seconds());
      case Soundtrack.Brought(Path samples) -> BroughtMusic.play(samples, storyboard.seconds());
      case Soundtrack.Silence() -> Sound.silence(storyboard.seconds());
    };
  }

  private RenderOutcome encode(
      Storyboard storyboard,
      Edition edition,
      Path workFolder,
      Path sound,
      Progress progress,
      Deadline deadline)
      throws IOException, InterruptedException {
    List<Words> words = Script.of(storyboard, typefaces);
    Shelf shelf = Shelf.of(storyboard, typefaces);
    Path unfinished = workFolder.resolve(edition.unfinished());
    Path poster = workFolder.resolve(edition.poster());
    try (FrameLine line = new FrameLine(storyboard, words, shelf);
        Ffmpeg.Running encoder =
            Encoder.start(ffmpeg, storyboard, sound, edition.size(), unfinished)) {
      Poster.write(line.paint(edition.posterFrame()), storyboard.aspect().frame(), poster);
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
    return accepted(storyboard, edition, workFolder, progress, deadline);
  }

  private RenderOutcome accepted(
      Storyboard storyboard, Edition edition, Path workFolder, Progress progress, Deadline deadline)
      throws IOException, InterruptedException {
    Path unfinished = workFolder.resolve(edition.unfinished());
    FilmProbe.Findings findings =
        probe.probe(unfinished, storyboard, edition.size(), deadline.remaining(clock));
    if (!findings.faults().isEmpty()) {
      return new Failed(RenderFailure.OUTPUT_REFUSED, String.join("; ", findings.faults()));
    }
    Path film = workFolder.resolve(edition.film());
    Files.move(unfinished, film, StandardCopyOption.ATOMIC_MOVE);
    progress.frames(storyboard.frames(), storyboard.frames());
    return new Rendered(
        film,
        workFolder.resolve(edition.poster()),
        findings.duration(),
        findings.frames(),
        edition.size());
  }

  private static Failed tooSlow() {
    return new Failed(RenderFailure.TOO_SLOW, "the deadline passed");
  }
}
