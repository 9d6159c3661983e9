package app.oddiya.adapters.memory.video;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.Previewer;
import app.oddiya.domain.video.film.RenderFailure;
import app.oddiya.domain.video.film.RenderOutcome;
import app.oddiya.domain.video.film.RenderOutcome.Failed;
import app.oddiya.domain.video.film.RenderOutcome.Rendered;
import app.oddiya.domain.video.film.Renderer;
import app.oddiya.domain.video.film.Scene;
import app.oddiya.domain.video.film.Storyboard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// A renderer that writes down what it was asked for in place of drawing it: `film.mp4`,
/// `poster.jpg` and those of previews are a few lines of text. It remembers the storyboards, and
/// fails when told to.
public final class MemoryRenderer implements Renderer, Previewer {

  private final InstantSource clock;
  private final List<Storyboard> rendered = new CopyOnWriteArrayList<>();
  private final Queue<Failed> failures = new ConcurrentLinkedQueue<>();

  public MemoryRenderer(InstantSource clock) {
    this.clock = clock;
  }

  /// Lets the next rendering that has not been told to fail yet fail so.
  public void failNext(RenderFailure code, String detail) {
    failures.add(new Failed(code, detail));
  }

  /// The storyboards of all films made, in order.
  public List<Storyboard> rendered() {
    return List.copyOf(rendered);
  }

  @Override
  public RenderOutcome render(
      Storyboard storyboard, Path workFolder, Progress progress, Deadline deadline)
      throws InterruptedException {
    if (deadline.isOver(clock)) {
      return new Failed(RenderFailure.TOO_SLOW, "the deadline passed");
    }
    Failed failure = failures.poll();
    if (failure != null) {
      return failure;
    }
    try {
      for (Scene scene : storyboard.scenes()) {
        if (!isWhole(scene.photo())) {
          return new Failed(RenderFailure.PHOTO_LOST, "a photo's pixels are gone");
        }
        report(progress, scene.endFrame(), storyboard.frames());
      }
      Path film = workFolder.resolve("film.mp4");
      Path poster = workFolder.resolve("poster.jpg");
      Files.writeString(film, "film: " + storyboard + "\n");
      Files.writeString(poster, "poster: " + storyboard.scenes().getFirst() + "\n");
      rendered.add(storyboard);
      return new Rendered(
          film, poster, storyboard.duration(), storyboard.frames(), storyboard.aspect().frame());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public RenderOutcome preview(Storyboard storyboard, Path workFolder, Deadline deadline)
      throws InterruptedException {
    if (deadline.isOver(clock)) {
      return new Failed(RenderFailure.TOO_SLOW, "the deadline passed");
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try {
      for (Scene scene : storyboard.scenes()) {
        if (!isWhole(scene.photo())) {
          return new Failed(RenderFailure.PHOTO_LOST, "a photo's pixels are gone");
        }
      }
      Path film = Files.writeString(workFolder.resolve("preview.mp4"), "preview: " + storyboard);
      Path poster = Files.writeString(workFolder.resolve("preview.jpg"), "poster of the preview");
      FrameSize frame = storyboard.aspect().frame();
      int shorter = Math.min(frame.width(), frame.height());
      FrameSize size =
          new FrameSize(frame.width() * SIDE / shorter, frame.height() * SIDE / shorter);
      return new Rendered(film, poster, storyboard.duration(), storyboard.frames(), size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void report(Progress progress, int done, int total) throws InterruptedException {
    progress.frames(done, total);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static boolean isWhole(DecodedPhoto photo) throws IOException {
    return Files.isRegularFile(photo.pixels())
        && Files.size(photo.pixels()) == (long) photo.width() * photo.height() * 3 / 2;
  }
}
