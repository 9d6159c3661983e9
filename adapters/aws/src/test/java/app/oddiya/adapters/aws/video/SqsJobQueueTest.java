package app.oddiya.adapters.aws.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.AwsModule;
import app.oddiya.apps.stores.junit.SqsExtension;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.JobQueueContract;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.JobQueue;
import app.oddiya.domain.video.job.JobQueue.Delivery;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsJobQueueTest implements JobQueueContract {

  @RegisterExtension static final SqsExtension sqs = new SqsExtension();

  private static final InstantSource CLOCK = InstantSource.system();

  @Override
  public JobQueue queue() {
    return queue(sqs.queue(), sqs.endpoint());
  }

  private static JobQueue queue(String name, URI endpoint) {
    return VideoAwsModule.jobQueue(new VideoAwsConfig("", name, ""), client(endpoint), CLOCK);
  }

  private static SqsClient client(URI endpoint) {
    return AwsModule.sqs(
        AwsModule.clients(
            new AwsConfig(
                sqs.region(),
                Optional.of(new AwsConfig.Keys(sqs.accessKeyId(), sqs.secretAccessKey())),
                Optional.empty(),
                Optional.of(endpoint),
                Optional.empty())));
  }

  @Override
  public Duration letPass(Duration time) {
    return time.plusSeconds(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"not json", "[]", "{}", "{\"jobId\":\"-1\"}", "{\"jobId\":\"\"}"})
  void aMessageOfSomebodyElseIsLeftAlone(String body) throws InterruptedException {
    SqsClient client = client(sqs.endpoint());
    String url = client.getQueueUrl(q -> q.queueName(sqs.queue())).queueUrl();
    client.sendMessage(s -> s.queueUrl(url).messageBody(body));

    assertThat(queue().receive(SHORT, SHORT)).isEmpty();

    client.purgeQueue(p -> p.queueUrl(url));
  }

  @Test
  void aMessageThatIsReceivedTooOftenLandsAmongTheDeadLetters() throws InterruptedException {
    queue().send(new JobId(99), soon());
    for (int i = 0; i < 3; i++) {
      Delivery delivery = queue().receive(PATIENCE, LONG).orElseThrow();
      queue().hide(delivery, Duration.ZERO, soon());
    }
    assertThat(queue().receive(SHORT, LONG)).isEmpty();

    JobQueue dead = queue(sqs.queue() + "-dlq", sqs.endpoint());
    Delivery letter = dead.receive(PATIENCE, LONG).orElseThrow();
    assertThat(letter.job()).isEqualTo(new JobId(99));
    dead.delete(letter, soon());
  }

  @Test
  void aQueueThatIsDownOrNotMadeYetIsUnavailable() {
    JobQueue down = queue(sqs.queue(), URI.create("http://127.0.0.1:1"));
    JobQueue missing = queue("nobody-made-this", sqs.endpoint());

    assertThatThrownBy(() -> down.send(new JobId(1), soon())).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> down.receive(Duration.ZERO, LONG)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> missing.send(new JobId(1), soon())).isInstanceOf(Unavailable.class);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10), CLOCK);
  }
}
