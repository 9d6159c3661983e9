package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// A stream of server-sent events to one client. Each event leaves at once; a comment line goes out
/// after 250 ms of silence, so that whoever waits knows that somebody is there, and we learn within
/// about as long that nobody waits any more.
public final class EventStream {

  private static final long SILENCE_MILLIS = 250;
  private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private final Thread worker;
  private final ReentrantLock lock = new ReentrantLock();
  private final CountDownLatch ended = new CountDownLatch(1);
  private long lastWrite = System.nanoTime();
  private boolean gone;

  private EventStream(OutputStream out, Thread worker) {
    this.out = out;
    this.worker = worker;
  }

  /// Runs `source` on this thread while another one keeps the client company.
  ///
  /// @throws InterruptedException if the client left or the server stops
  static void run(OutputStream out, EventSource source) throws InterruptedException {
    EventStream stream = new EventStream(out, Thread.currentThread());
    Thread.ofVirtual().name("event-stream-heartbeat").start(stream::beat);
    try {
      source.run(stream);
    } finally {
      stream.end();
    }
  }

  /// Sends one event.
  ///
  /// @param data a wire record
  /// @throws InterruptedException if the client has left
  public void send(String event, Object data) throws InterruptedException {
    send(event, Wire.write(data));
  }

  void send(String event, byte[] json) throws InterruptedException {
    byte[] head = ("event: " + event + "\ndata: ").getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[head.length + json.length + 2];
    System.arraycopy(head, 0, bytes, 0, head.length);
    System.arraycopy(json, 0, bytes, head.length, json.length);
    bytes[bytes.length - 2] = '\n';
    bytes[bytes.length - 1] = '\n';
    lock.lockInterruptibly();
    try {
      if (gone || !write(bytes)) {
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
  private boolean write(byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
      lastWrite = System.nanoTime();
      return true;
    } catch (IOException e) {
      // There is nobody left to tell, and no more to know than that.
      gone = true;
      return false;
    }
  }

  /// After this nobody interrupts the worker any more.
  private void end() {
    lock.lock();
    try {
      ended.countDown();
    } finally {
      lock.unlock();
    }
  }
}
