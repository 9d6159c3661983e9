package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Renderer.Progress;
import app.oddiya.domain.video.film.Storyboard;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// Carries the frames of a film from painters to an encoder, in order: painters work ahead by as
/// many frames as there are buffers, one thread writes what is finished, and the caller's thread
/// keeps the order and hears of progress, so that it can be interrupted at any time.
///
/// Closing it ends its threads; one that hangs in a write ends when the encoder is killed.
final class FrameLine implements AutoCloseable {

  /// Two paint while the encoder takes what they made: it needs most of two processors.
  private static final int PAINTERS = 2;

  private static final int BUFFERS = PAINTERS + 2;
  private static final Duration LOOK_AROUND = Duration.ofMillis(100);

  private final Storyboard storyboard;
  private final List<Words> words;
  private final Shelf shelf;
  private final BlockingQueue<FramePainter> painters = new ArrayBlockingQueue<>(PAINTERS);
  private final BlockingQueue<byte[]> buffers = new ArrayBlockingQueue<>(BUFFERS);
  private final BlockingQueue<byte[]> finished = new ArrayBlockingQueue<>(BUFFERS);
  private final ExecutorService threads =
      Executors.newFixedThreadPool(PAINTERS + 1, Thread.ofPlatform().name("film-", 0).factory());

  FrameLine(Storyboard storyboard, List<Words> words, Shelf shelf) {
    this.storyboard = storyboard;
    this.words = words;
    this.shelf = shelf;
    for (int i = 0; i < PAINTERS; i++) {
      painters.add(new FramePainter(storyboard, words, shelf));
    }
    for (int i = 0; i < BUFFERS; i++) {
      buffers.add(new byte[FramePainter.bytes(storyboard.aspect().frame())]);
    }
  }

  /// Paints one frame, by itself.
  byte[] paint(int number) {
    FramePainter painter = painters.remove();
    byte[] frame = new byte[FramePainter.bytes(storyboard.aspect().frame())];
    painter.paint(number, frame);
    painters.add(painter);
    return frame;
  }

  /// Writes all frames to `encoder` and closes it.
  ///
  /// @param isOver asked now and then whether to give up
  /// @return whether all frames were taken; if not, the encoder is gone or it is over
  boolean run(OutputStream encoder, Progress progress, BooleanSupplier isOver)
      throws InterruptedException, ExecutionException {
    int total = storyboard.frames();
    Future<Boolean> writing = threads.submit(() -> write(encoder, total));
    BooleanSupplier isVain = () -> writing.isDone() || isOver.getAsBoolean();
    Queue<Future<byte[]>> ahead = new ArrayDeque<>();
    int asked = 0;
    for (int done = 0; done < total; done++) {
      while (asked < total && ahead.size() < BUFFERS) {
        int number = asked++;
        ahead.add(threads.submit(() -> paintInto(number)));
      }
      Future<byte[]> next = ahead.remove();
      if (!isDoneUnless(isVain, next)) {
        return false;
      }
      finished.put(next.get());
      int painted = done;
      shelf.forgetBefore(painted);
      words.forEach(each -> each.forgetBefore(painted));
      progress.frames(done, total);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    return isDoneUnless(isOver, writing) && writing.get();
  }

  /// Waits for `future`, looking around now and then whether that is still of use. An encoder that
  /// has died gives no buffers back, without which there is nothing to paint into.
  private static boolean isDoneUnless(BooleanSupplier isVain, Future<?> future)
      throws InterruptedException, ExecutionException {
    while (!future.isDone()) {
      if (isVain.getAsBoolean()) {
        return false;
      }
      try {
        future.get(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // Not yet: look around and wait on.
      }
    }
    return true;
  }

  private byte[] paintInto(int number) throws InterruptedException {
    byte[] frame = buffers.take();
    FramePainter painter = painters.take();
    painter.paint(number, frame);
    painters.add(painter);
    return frame;
  }

  /// Whether the encoder took everything; one that has died does not, and says why itself.
  private boolean write(OutputStream encoder, int total) throws InterruptedException {
    try (encoder) {
      for (int done = 0; done < total; done++) {
        byte[] frame = finished.take();
        encoder.write(frame);
        buffers.add(frame);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
