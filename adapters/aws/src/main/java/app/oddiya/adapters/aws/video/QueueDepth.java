package app.oddiya.adapters.aws.video;

import app.oddiya.adapters.aws.AwsCalls;
import app.oddiya.domain.shared.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// How many messages SQS holds, about. Their age it tells CloudWatch only; the age of the oldest
/// job, which is what people wait for, the table of jobs knows.
final class QueueDepth {

  private static final Duration BUDGET = Duration.ofSeconds(2);

  private final String queue;
  private final SqsClient sqs;
  private final InstantSource clock;
  private final AwsCalls calls;

  QueueDepth(String queue, SqsClient sqs, InstantSource clock) {
    this.queue = queue;
    this.sqs = sqs;
    this.clock = clock;
    this.calls = new AwsCalls("job queue", clock);
  }

  /// @return how many wait (`visible`), are in somebody's hands (`hidden`) and were given up
  ///     (`dead`)
  /// @throws app.oddiya.domain.shared.Unavailable if the queue does not answer
  Map<String, Double> read() {
    Map<QueueAttributeName, String> jobs = ask(queue);
    Map<QueueAttributeName, String> dead = ask(queue + "-dlq");
    return Map.of(
        "visible", number(jobs, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
        "hidden", number(jobs, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
        "dead", number(dead, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }

  private Map<QueueAttributeName, String> ask(String name) {
    Deadline deadline = Deadline.in(BUDGET, clock);
    return calls.call(
        () -> {
          String url =
              sqs.getQueueUrl(q -> q.queueName(name).overrideConfiguration(calls.within(deadline)))
                  .queueUrl();
          return sqs.getQueueAttributes(
                  q ->
                      q.queueUrl(url)
                          .attributeNames(
                              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)
                          .overrideConfiguration(calls.within(deadline)))
              .attributes();
        });
  }

  private static double number(Map<QueueAttributeName, String> told, QueueAttributeName name) {
    String value = told.get(name);
    return value == null ? Double.NaN : Double.parseDouble(value);
  }
}
