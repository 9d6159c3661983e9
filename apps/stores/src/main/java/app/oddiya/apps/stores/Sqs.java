package app.oddiya.apps.stores;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// ElasticMQ: SQS with queues and messages that survive a crash.
public final class Sqs implements Store {

  private final ChildProcess process;
  private final int port;

  private Sqs(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts it on the queues and messages of this home.
  ///
  /// @param queues made if missing, each with its dead letter queue `{name}-dlq`
  public static Sqs start(Home home, int port, List<String> queues) {
    ChildProcess process =
        JavaStore.start(
            home,
            "sqs",
            app.oddiya.apps.stores.sqs.Main.class,
            96,
            Map.of(
                "PORT", Integer.toString(port),
                "DATA", home.data("sqs").toString(),
                "QUEUES", String.join(",", queues)));
    return new Sqs(process, port);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public String name() {
    return process.name();
  }

  @Override
  public CompletableFuture<?> ended() {
    return process.ended();
  }

  @Override
  public void close() {
    process.close();
  }
}
