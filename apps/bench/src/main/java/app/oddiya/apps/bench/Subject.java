package app.oddiya.apps.bench;

import app.oddiya.apps.stores.ChildProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A server that is measured, or that the measured ones need.
///
/// @param name for people
/// @param usage what it has used so far
public record Subject(String name, ChildProcess process, int port, LinuxProcess usage)
    implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /// What it does between its first answer and our seeing it is counted with its start.
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

  /// How to start one.
  ///
  /// @param path what it is asked for to find out whether it serves
  /// @param token what it is asked with; nothing if it is empty
  public record Order(
      String name,
      int port,
      String path,
      List<String> command,
      Map<String, String> environment,
      String token) {}

  /// Starts it and comes back when it answers the request that it is measured with.
  public static Subject start(Bench bench, Order order) {
    String file = order.name.toLowerCase(Locale.ROOT).replace(' ', '-');
    ChildProcess process = bench.launch(file, order.command, order.environment);
    try {
      Subject subject =
          new Subject(order.name, process, order.port, new LinuxProcess(process.pid()));
      subject.awaitAnswer(order, bench.output(file));
      return subject;
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private void awaitAnswer(Order order, Path output) {
    HttpRequest.Builder question =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + order.path))
            .timeout(Duration.ofSeconds(5));
    if (!order.token.isEmpty()) {
      question.header("Authorization", "Bearer " + order.token);
    }
    HttpRequest request = question.build();
    String last = "nothing";
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (System.nanoTime() < end && !process.ended().isDone()) {
        try {
          var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
          if (answer.statusCode() == 200) {
            return;
          }
          last = answer.statusCode() + " " + answer.headers().map() + answer.body();
        } catch (IOException notYet) {
          last = notYet.toString();
        }
        Thread.sleep(BETWEEN_TRIES);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    }
    throw new BenchFailure(name + " does not serve: " + last + "\n" + Bench.end(output));
  }

  @Override
  public void close() {
    process.close();
  }
}
