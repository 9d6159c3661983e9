package app.oddiya.apps.stores.junit;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Gives a test class an SQS with an empty queue and its dead letter queue.
///
/// `ODDIYA_TEST_SQS_ENDPOINT` names another one that accepts unsigned calls (ElasticMQ, moto).
public final class SqsExtension implements BeforeAllCallback {

  private URI endpoint = URI.create("http://127.0.0.1");
  private String queue = "";

  @Override
  public void beforeAll(ExtensionContext context) {
    var given = TestStores.fromEnvironment("ODDIYA_TEST_SQS_ENDPOINT");
    endpoint =
        given.isPresent() ? URI.create(given.get()) : TestStores.of(context).sqs().endpoint();
    queue = "test-" + UUID.randomUUID();
    SqsQueues queues = new SqsQueues(endpoint);
    queues.make(queue + "-dlq", "{}");
    String deadAfterThree =
        """
        {"deadLetterTargetArn":"%s:%s-dlq","maxReceiveCount":"3"}"""
            .formatted("arn:aws:sqs:ap-northeast-2:000000000000", queue);
    queues.make(
        queue, "{\"RedrivePolicy\": \"%s\"}".formatted(deadAfterThree.replace("\"", "\\\"")));
  }

  public URI endpoint() {
    return endpoint;
  }

  /// Name of the queue; its dead letter queue is `{name}-dlq`, after three receipts.
  public String queue() {
    return queue;
  }

  public String region() {
    return "ap-northeast-2";
  }

  /// Any will do.
  public String accessKeyId() {
    return TestStores.ACCESS_KEY_ID;
  }

  /// Any will do.
  public String secretAccessKey() {
    return TestStores.SECRET_ACCESS_KEY;
  }
}
