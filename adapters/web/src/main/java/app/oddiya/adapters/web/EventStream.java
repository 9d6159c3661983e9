package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.Shape;
import app.oddiya.adapters.web.json.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// A stream of server-sent events to one client. Each event leaves at once; a comment line goes out
/// after 250 ms of silence, so that whoever waits knows that somebody is there, and we learn within
/// about as long that nobody waits any more.
public final class EventStream {

  private static final long SILENCE_MILLIS = 250;
  private static final byte[] END_OF_EVENT = {'\n', '\n'};
  private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private final Map<String, Shape<?>> events;
  private final Thread worker;
  private final ReentrantLock lock = new ReentrantLock();
  private final CountDownLatch ended = new CountDownLatch(1);
  private long lastWrite = System.nanoTime();
  private boolean gone;

  private EventStream(OutputStream out, Map<String, Shape<?>> events, Thread worker) {
    this.out = out;
    this.events = events;
    this.worker = worker;
  }

  /// Tells a story with a result.
  interface Story<T> {
    T tell(EventStream out) throws InterruptedException;
  }

  /// Has `story` told on this thread while another one keeps the client company.
  ///
  /// @param events that may be sent
  /// @throws InterruptedException if the client left or the server stops
  static <T> T run(OutputStream out, Map<String, Shape<?>> events, Story<T> story)
      throws InterruptedException {
    EventStream stream = new EventStream(out, events, Thread.currentThread());
    Thread.ofVirtual().name("event-stream-heartbeat").start(stream::beat);
    try {
      return story.tell(stream);
    } finally {
      stream.end();
    }
  }

  /// Sends one event.
  ///
  /// @param event one of those that the route declares
  /// @param data of the type that the route declares for it
  /// @throws InterruptedException if the client has left
  public void send(String event, Object data) throws InterruptedException {
    Shape<?> shape = events.get(event);
    if (shape == null) {
      throw new IllegalArgumentException(
          "event: " + event + " (expected: " + events.keySet() + ")");
    }
    send(event, Wire.write(shape, data));
  }

  /// Sends a problem as the last event.
  void fail(byte[] document) throws InterruptedException {
    send("error", document);
  }

  private void send(String event, byte[] json) throws InterruptedException {
    byte[] head = ("event: " + event + "\ndata: ").getBytes(StandardCharsets.US_ASCII);
    lock.lockInterruptibly();
    try {
      if (gone || !write(head, json, END_OF_EVENT)) {
        throw new InterruptedException("the client has left");
      }
    } finally {
      lock.unlock();
    }
  }

  private void beat() {
    try {
      while (!ended.await(SILENCE_MILLIS / 5, TimeUnit.MILLISECONDS)) {
        beatIfSilent();
      }
    } catch (InterruptedException e) {
      // Nobody interrupts this thread but the end of the process.
      Thread.currentThread().interrupt();
    }
  }

  private void beatIfSilent() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      boolean silent =
          System.nanoTime() - lastWrite >= TimeUnit.MILLISECONDS.toNanos(SILENCE_MILLIS);
      if (silent && !gone && ended.getCount() > 0 && !write(COMMENT)) {
        worker.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Holds the lock; false if the client is gone.
  private boolean write(byte[]... parts) {
    try {
      for (byte[] part : parts) {
        out.write(part);
      }
      out.flush();
      lastWrite = System.nanoTime();
      return true;
    } catch (IOException e) {
      // There is nobody left to tell, and no more to know than that.
      gone = true;
      return false;
    }
  }

  /// After this nobody interrupts the worker any more, and an interrupt that came too late is
  /// forgotten: the thread has a response to complete.
  private void end() {
    lock.lock();
    try {
      ended.countDown();
    } finally {
      lock.unlock();
      Thread.interrupted();
    }
  }
}
