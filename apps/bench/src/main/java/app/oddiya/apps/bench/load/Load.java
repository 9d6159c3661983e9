package app.oddiya.apps.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Keep-alive connections to one server, over which prepared requests are sent in turn.
///
/// Any answer but the one that is asked for ends the load: a figure of refusals is none.
public final class Load implements AutoCloseable {

  /// Longer than any stall that is still a latency.
  private static final Duration SILENCE = Duration.ofSeconds(20);
  private static final Duration LOOK_AROUND = Duration.ofMillis(100);

  private final List<Connection> connections = new ArrayList<>();
  private final ByteBuffer[] requests;
  private final Selector selector;

  private Load(List<byte[]> requests, Selector selector) {
    this.requests = requests.stream().map(Load::direct).toArray(ByteBuffer[]::new);
    this.selector = selector;
  }

  /// @param requests whole HTTP/1.1 requests
  public static Load open(InetSocketAddress server, int connections, List<byte[]> requests)
      throws IOException {
    Load load = new Load(requests, Selector.open());
    try {
      for (int i = 0; i < connections; i++) {
        Connection connection = Connection.open(server);
        load.connections.add(connection);
        connection.channel().register(load.selector, SelectionKey.OP_READ, connection);
      }
    } catch (IOException e) {
      load.close();
      throw e;
    }
    return load;
  }

  private static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
  }

  /// Sends `count` requests, on each connection the next as soon as the last is answered.
  ///
  /// @return how long it took
  public Duration closed(int count) throws IOException {
    long began = System.nanoTime();
    int sent = 0;
    for (Connection connection : connections) {
      if (sent < count) {
        connection.send(requests[sent++ % requests.length], began);
      }
    }
    for (int answered = 0; answered < count; ) {
      awaitAnswers();
      for (SelectionKey key : selector.selectedKeys()) {
        Connection connection = (Connection) key.attachment();
        if (connection.receive()) {
          answered++;
          if (sent < count) {
            connection.send(requests[sent++ % requests.length], began);
          }
        }
      }
      selector.selectedKeys().clear();
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /// Sends `count` requests at a steady rate, whether those before are answered or not.
  ///
  /// @return nanoseconds from when each request was due, not from when a connection was free for
  ///     it: a stall counts for all that it held up
  public long[] open(int count, double perSecond) throws IOException {
    BlockingQueue<Connection> idle =
        new ArrayBlockingQueue<>(connections.size(), false, connections);
    CompletableFuture<long[]> latencies = new CompletableFuture<>();
    Thread reader = Thread.ofPlatform().name("answers").start(() -> read(count, idle, latencies));
    try {
      send(count, 1e9 / perSecond, idle, latencies);
      return latencies.join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      reader.interrupt();
    }
  }

  private void send(
      int count, double gap, BlockingQueue<Connection> idle, CompletableFuture<long[]> latencies)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    for (int i = 0; i < count && !latencies.isDone(); i++) {
      long due = began + (long) (i * gap);
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      Optional<Connection> connection = free(idle, latencies);
      if (connection.isEmpty()) {
        return;
      }
      connection.get().send(requests[i % requests.length], due);
    }
  }

  /// Waits for a connection without a request; empty once whoever reads has given up, since then
  /// none comes back.
  private static Optional<Connection> free(
      BlockingQueue<Connection> idle, CompletableFuture<long[]> latencies)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + SILENCE.toNanos();
    while (!latencies.isDone()) {
      Connection connection = idle.poll(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS);
      if (connection != null) {
        return Optional.of(connection);
      }
      if (System.nanoTime() > end) {
        throw silent();
      }
    }
    return Optional.empty();
  }

  private void read(
      int count, BlockingQueue<Connection> idle, CompletableFuture<long[]> latencies) {
    try {
      long[] nanos = new long[count];
      for (int answered = 0; answered < count; ) {
        awaitAnswers();
        for (SelectionKey key : selector.selectedKeys()) {
          Connection connection = (Connection) key.attachment();
          if (connection.receive()) {
            nanos[answered++] = System.nanoTime() - connection.due();
            idle.add(connection);
          }
        }
        selector.selectedKeys().clear();
      }
      latencies.complete(nanos);
    } catch (IOException | RuntimeException e) {
      latencies.completeExceptionally(e);
    }
  }

  private void awaitAnswers() throws IOException {
    if (selector.select(SILENCE.toMillis()) == 0) {
      throw silent();
    }
  }

  private static BadAnswer silent() {
    return new BadAnswer("no answer within " + SILENCE.toSeconds() + " s");
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : connections) {
      connection.close();
    }
    selector.close();
  }
}
