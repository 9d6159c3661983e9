package app.oddiya.apps.stores.junit;

import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.Ports;
import app.oddiya.apps.stores.Redis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Gives a test class a Redis of its own for caches, which it may stop, start and pause. It runs
/// and is empty at the beginning of each test. Always the embedded one: nobody else's is stopped.
public final class StoppableRedisExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  private final int port = Ports.free();
  private Optional<Home> home = Optional.empty();
  private Optional<Redis> running = Optional.empty();

  @Override
  public void beforeAll(ExtensionContext context) {
    home = Optional.of(TestStores.of(context).home());
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    start();
    tell("FLUSHALL");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    stop();
  }

  /// `redis://host:port`, also while nobody listens there.
  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /// Starts it, if it does not run, and comes back when it serves.
  public void start() {
    if (running.isEmpty()) {
      running =
          Optional.of(Redis.start(home.orElseThrow(), "redis-" + port, Redis.Use.CACHE, port));
    }
  }

  /// Stops it, if it runs; all that was in it is gone.
  public void stop() {
    running.ifPresent(Redis::close);
    running = Optional.empty();
  }

  /// Lets it take commands and answer none for so long.
  public void pause(int millis) throws IOException {
    tell("CLIENT PAUSE " + millis);
  }

  /// In Redis's inline protocol.
  private void tell(String command) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
      if (!answer.equals("+OK\r\n")) {
        throw new IOException(command + " answered " + answer.strip());
      }
    }
  }
}
