package app.oddiya.apps.stores.sqs;

import com.typesafe.config.ConfigFactory;
import java.util.Map;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;

/// ElasticMQ with queues and messages on disk. Environment: `PORT`; `DATA`, a directory; `QUEUES`,
/// a comma list of queues to make, each with a dead letter queue `{name}-dlq`.
public final class Main {

  /// A message that was received this often without being deleted goes to the dead letter queue.
  private static final int RECEIVES_BEFORE_DEAD = 5;

  private Main() {}

  public static void main(String[] args) {
    Map<String, String> environment = System.getenv();
    String port = environment.getOrDefault("PORT", "9324");
    StringBuilder config = new StringBuilder(settings(port, environment.getOrDefault("DATA", ".")));
    for (String queue : environment.getOrDefault("QUEUES", "").split(",", -1)) {
      if (!queue.isBlank()) {
        config.append(queueAndItsDead(queue.strip()));
      }
    }
    ElasticMQServer server =
        new ElasticMQServer(
            new ElasticMQServerConfig(
                ConfigFactory.parseString(config.toString()).withFallback(ConfigFactory.load())));
    // It is never stopped the long way, which waits for everyone who waits for a message: 20 s.
    // What it has acknowledged is on disk, and Pekko ends the rest when the process is told to end.
    server.start();
    System.out.println("oddiya store ready on port " + port);
  }

  /// `WRITE_DELAY=0`: H2 would otherwise acknowledge half a second of messages that a crash then
  /// loses.
  private static String settings(String port, String data) {
    return """
        node-address { protocol = http, host = "127.0.0.1", port = %1$s }
        rest-sqs { bind-hostname = "127.0.0.1", bind-port = %1$s }
        aws { region = "ap-northeast-2", accountId = "000000000000" }
        messages-storage {
          enabled = true
          driver-class = "org.h2.Driver"
          uri = "jdbc:h2:file:%2$s/queues;WRITE_DELAY=0"
        }
        """
        .formatted(port, data);
  }

  private static String queueAndItsDead(String queue) {
    return """
        queues."%1$s" {
          defaultVisibilityTimeout = 30 seconds
          receiveMessageWait = 0 seconds
          deadLettersQueue { name = "%1$s-dlq", maxReceiveCount = %2$d }
        }
        queues."%1$s-dlq" { }
        """
        .formatted(queue, RECEIVES_BEFORE_DEAD);
  }
}
