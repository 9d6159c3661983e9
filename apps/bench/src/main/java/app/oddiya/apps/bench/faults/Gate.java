package app.oddiya.apps.bench.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A door before a store, through which all have to go, and which can be shut or hold up the
/// traffic: what stands behind it is away or slow then, for all of them at once.
final class Gate implements AutoCloseable {

  private static final Duration DELAY = Duration.ofMillis(300);
  private static final int BUFFER = 16_384;

  private final ServerSocket door;
  private final int behind;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile State state = State.OPEN;

  private enum State {
    OPEN,
    SLOW,
    SHUT
  }

  private Gate(ServerSocket door, int behind) {
    this.door = door;
    this.behind = behind;
  }

  /// @param behind port of the store
  static Gate before(int behind) {
    try {
      Gate gate = new Gate(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), behind);
      Thread.ofPlatform().daemon().name("gate").start(gate::admit);
      return gate;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  void open() {
    state = State.OPEN;
  }

  void slowDown() {
    state = State.SLOW;
  }

  /// Whoever is inside is thrown out, whoever comes is sent away.
  void shut() {
    state = State.SHUT;
    open.forEach(Gate::end);
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        Socket coming = door.accept();
        if (state == State.SHUT) {
          end(coming);
        } else {
          lead(coming);
        }
      } catch (IOException e) {
        // The door is closed, or who came is gone again.
      }
    }
  }

  private void lead(Socket coming) throws IOException {
    Socket store;
    try {
      store = new Socket(InetAddress.getLoopbackAddress(), behind);
    } catch (IOException e) {
      end(coming);
      throw e;
    }
    open.add(coming);
    open.add(store);
    carry(coming, store);
    carry(store, coming);
    if (state == State.SHUT) {
      shut();
    }
  }

  private void carry(Socket from, Socket to) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (InputStream in = from.getInputStream();
                  OutputStream out = to.getOutputStream()) {
                byte[] buffer = new byte[BUFFER];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                  if (state == State.SLOW) {
                    Thread.sleep(DELAY);
                  }
                  out.write(buffer, 0, n);
                }
              } catch (IOException | InterruptedException e) {
                // One side is gone, and the other goes as well.
              } finally {
                end(from);
                end(to);
                open.remove(from);
                open.remove(to);
              }
            });
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Gone is gone.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    shut();
  }
}
