package app.oddiya.apps.stores.junit;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Gives a test class an empty Redis. `ODDIYA_TEST_REDIS_URL` names one to use, and to empty,
/// instead of the embedded one.
public final class RedisExtension implements BeforeAllCallback {

  private URI url = URI.create("redis://127.0.0.1:6379");

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Optional<String> given = TestStores.fromEnvironment("ODDIYA_TEST_REDIS_URL");
    url = given.isPresent() ? URI.create(given.get()) : TestStores.of(context).redis().url();
    flush();
  }

  /// `redis://host:port`
  public String url() {
    return url.toString();
  }

  /// Empties it, in Redis's inline protocol.
  public void flush() throws IOException {
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
      if (!answer.equals("+OK\r\n")) {
        throw new IOException("FLUSHALL answered " + answer.strip());
      }
    }
  }
}
