package app.oddiya.infra;

import static app.oddiya.infra.Excuses.excuse;
import static app.oddiya.infra.Permissions.allow;

import app.oddiya.infra.Excuses.Excuse;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/// The queue of films to make, and the one for messages received too often, whose name the worker
/// makes of the first. Both keep messages as long as SQS does: a job is a row first, but a queue
/// that forgets would leave it waiting for the sweeper.
record Jobs(Queue queue, Queue dead) {

  static final String NAME = "oddiya-video-jobs";

  /// As the emulator of `./oddiya up` has it.
  private static final int RECEIVES_BEFORE_DEAD = 5;

  static Jobs in(Construct scope, Keys keys) {
    Queue dead = queue(scope, "DeadJobs", NAME + "-dlq", keys).build();
    excuse(dead, Excuse.of("AwsSolutions-SQS3", "This is the dead-letter queue."));
    Queue queue =
        queue(scope, "Jobs", NAME, keys)
            .deadLetterQueue(
                DeadLetterQueue.builder().queue(dead).maxReceiveCount(RECEIVES_BEFORE_DEAD).build())
            .build();
    return new Jobs(queue, dead);
  }

  private static Queue.Builder queue(Construct scope, String id, String name, Keys keys) {
    return Queue.Builder.create(scope, id)
        .queueName(name)
        .encryption(QueueEncryption.KMS)
        .encryptionMasterKey(keys.media())
        .dataKeyReuse(Duration.hours(1))
        .enforceSsl(true)
        // What is left of a message that nobody hid for longer; workers say for each how long.
        .visibilityTimeout(Duration.seconds(30))
        .receiveMessageWaitTime(Duration.seconds(20))
        .retentionPeriod(Duration.days(14));
  }

  void letSend(Role role, Keys keys) {
    allow(role, List.of("sqs:GetQueueUrl", "sqs:SendMessage"), List.of(queue.getQueueArn()));
    decrypt(role, keys);
  }

  /// Takes from both, and sends again what died with a worker.
  void letWork(Role role, Keys keys) {
    letSend(role, keys);
    allow(
        role,
        List.of(
            "sqs:GetQueueUrl",
            "sqs:ReceiveMessage",
            "sqs:ChangeMessageVisibility",
            "sqs:DeleteMessage"),
        List.of(queue.getQueueArn(), dead.getQueueArn()));
  }

  void letCount(Role role) {
    allow(role, List.of("sqs:GetQueueUrl", "sqs:GetQueueAttributes"), List.of(queue.getQueueArn()));
  }

  private static void decrypt(Role role, Keys keys) {
    allow(role, List.of("kms:Decrypt", "kms:GenerateDataKey"), List.of(keys.media().getKeyArn()));
  }
}
