package app.oddiya.adapters.aws.video;

import app.oddiya.adapters.aws.AwsCalls;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Span;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.JobQueue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SqsException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Jobs on a standard queue of SQS. A message is `{"jobId":"12"}`, its attribute `traceparent` the
/// trace in which it was sent.
final class SqsJobQueue implements JobQueue {

  private static final Logger log = LoggerFactory.getLogger(SqsJobQueue.class);
  private static final String TRACE = "traceparent";

  /// Whoever may write to the queue may write anything into it.
  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private static final ObjectMapper JSON = JsonMapper.shared();

  /// SQS waits no longer.
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  /// What the network may take beyond the wait itself.
  private static final Duration SLACK = Duration.ofSeconds(4);

  private final String name;
  private final SqsClient sqs;
  private final InstantSource clock;
  private final AwsCalls calls;
  private final AtomicReference<@Nullable String> url = new AtomicReference<>();

  SqsJobQueue(String name, SqsClient sqs, InstantSource clock) {
    this.name = name;
    this.sqs = sqs;
    this.clock = clock;
    this.calls = new AwsCalls("job queue", clock);
  }

  @Override
  public void send(JobId job, Deadline deadline) {
    String body = JSON.writeValueAsString(new Body(job.toString()));
    Map<String, MessageAttributeValue> trace = trace();
    calls.call(
        () ->
            sqs.sendMessage(
                s ->
                    s.queueUrl(url(deadline))
                        .messageBody(body)
                        .messageAttributes(trace)
                        .overrideConfiguration(calls.within(deadline))));
  }

  private static Map<String, MessageAttributeValue> trace() {
    return Span.current()
        .traceparent()
        .map(
            parent ->
                Map.of(
                    TRACE,
                    MessageAttributeValue.builder().dataType("String").stringValue(parent).build()))
        .orElse(Map.of());
  }

  @Override
  public Optional<Delivery> receive(Duration wait, Duration hidden) throws InterruptedException {
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException("wait: " + wait + " (expected: <= " + LONGEST_WAIT + ")");
    }
    Deadline deadline = Deadline.in(wait.plus(SLACK), clock);
    try {
      return calls
          .call(
              () ->
                  sqs.receiveMessage(
                      r ->
                          r.queueUrl(url(deadline))
                              .maxNumberOfMessages(1)
                              .messageAttributeNames(TRACE)
                              .waitTimeSeconds((int) wait.toSeconds())
                              .visibilityTimeout((int) hidden.toSeconds())
                              .overrideConfiguration(calls.within(deadline))))
          .messages()
          .stream()
          .findFirst()
          .flatMap(this::delivery);
    } catch (Unavailable e) {
      if (Thread.interrupted()) {
        throw interrupted(e);
      }
      throw e;
    }
  }

  private static InterruptedException interrupted(Unavailable cause) {
    var interrupted = new InterruptedException();
    interrupted.initCause(cause);
    return interrupted;
  }

  /// A message that is none of ours is left alone; the queue itself moves it to the dead letters,
  /// where people can look at it.
  private Optional<Delivery> delivery(Message message) {
    Optional<JobId> job = read(message.body());
    if (job.isEmpty()) {
      log.atWarn()
          .addKeyValue("event", "queue_message_unreadable")
          .addKeyValue("queue", name)
          .addKeyValue("messageId", message.messageId())
          .log("A message on the queue names no job");
    }
    Optional<String> trace =
        Optional.ofNullable(message.messageAttributes().get(TRACE))
            .map(MessageAttributeValue::stringValue)
            .filter(parent -> TRACEPARENT.matcher(parent).matches());
    return job.map(id -> new Delivery(id, message.receiptHandle(), trace));
  }

  private static Optional<JobId> read(String body) {
    try {
      return JobId.parse(JSON.readTree(body).path("jobId").asString(""));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  @Override
  public void hide(Delivery delivery, Duration hidden, Deadline deadline) {
    calls.call(
        () ->
            unlessGone(
                () ->
                    sqs.changeMessageVisibility(
                        c ->
                            c.queueUrl(url(deadline))
                                .receiptHandle(delivery.receipt())
                                .visibilityTimeout((int) hidden.toSeconds())
                                .overrideConfiguration(calls.within(deadline)))));
  }

  @Override
  public void delete(Delivery delivery, Deadline deadline) {
    calls.call(
        () ->
            unlessGone(
                () ->
                    sqs.deleteMessage(
                        d ->
                            d.queueUrl(url(deadline))
                                .receiptHandle(delivery.receipt())
                                .overrideConfiguration(calls.within(deadline)))));
  }

  private static boolean unlessGone(Runnable call) {
    try {
      call.run();
      return true;
    } catch (ReceiptHandleIsInvalidException e) {
      return false;
    } catch (SqsException e) {
      if (isGone(e)) {
        return false;
      }
      throw e;
    }
  }

  /// SQS says `InvalidParameterValue` of a receipt whose message has been deleted.
  private static boolean isGone(SqsException e) {
    String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    return code.contains("InvalidParameterValue") || code.contains("MessageNotInflight");
  }

  /// Asked for once. Not at start: a service must start while the queue is down.
  private String url(Deadline deadline) {
    String known = url.get();
    if (known != null) {
      return known;
    }
    try {
      String asked =
          sqs.getQueueUrl(q -> q.queueName(name).overrideConfiguration(calls.within(deadline)))
              .queueUrl();
      url.set(asked);
      return asked;
    } catch (QueueDoesNotExistException e) {
      // Someone has yet to make it; messages wait in the outbox until then.
      throw new Unavailable("job queue", e);
    }
  }

  private record Body(String jobId) {}
}
