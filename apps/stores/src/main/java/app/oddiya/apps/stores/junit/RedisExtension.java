package app.oddiya.apps.stores.junit;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Gives a test class an empty Redis. `ODDIYA_TEST_REDIS_URL` names one to use, and to empty; else
/// it is one in a container where Docker runs and has or can get `redis:7.4`; else the
/// embedded one. Which one is in the log.
public final class RedisExtension implements BeforeAllCallback {

  private URI url = URI.create("redis://127.0.0.1:6379");

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Optional<String> given = TestStores.fromEnvironment("ODDIYA_TEST_REDIS_URL");
    url = given.isPresent() ? URI.create(given.get()) : TestStores.of(context).redis();
    flush();
  }

  /// `redis://host:port`
  public String url() {
    return url.toString();
  }

  public void flush() throws IOException {
    String answer = ask("FLUSHALL").getFirst();
    if (!answer.equals("+OK")) {
      throw new IOException("FLUSHALL answered " + answer);
    }
  }

  /// The names of all that it holds.
  public List<String> keys() throws IOException {
    List<String> answer = ask("KEYS *");
    // `*2`, and then for each its length, `$5`, and itself.
    return IntStream.range(0, answer.size())
        .filter(line -> line > 0 && line % 2 == 0)
        .mapToObj(answer::get)
        .toList();
  }

  /// Asks in Redis's inline protocol.
  ///
  /// @return the lines of the answer
  private List<String> ask(String command) throws IOException {
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(10_000);
      // Redis hangs up after the answer to the second.
      String commands = command + "\r\nQUIT\r\n";
      socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
      String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answers.lines().toList();
    }
  }
}
