package app.oddiya.adapters.aws.video;

import app.oddiya.adapters.aws.AwsModule;
import app.oddiya.domain.video.job.JobEvents;
import app.oddiya.domain.video.job.JobQueue;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.Pushes;
import app.oddiya.domain.video.job.UserFiles;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The ports of the video side that AWS serves.
@Module(includes = AwsModule.class)
public interface VideoAwsModule {

  /// The queue in which messages end that were received too often.
  String DEAD_LETTERS = "dead letters";

  /// How many messages there are: `visible`, `hidden`, `dead`.
  String DEPTH = "queue depth";

  @Provides
  @Named(DEPTH)
  static Supplier<Map<String, Double>> depth(
      VideoAwsConfig config, SqsClient sqs, InstantSource clock) {
    return new QueueDepth(config.queue(), sqs, clock)::read;
  }

  @Provides
  @Singleton
  static PhotoStore photoStore(
      VideoAwsConfig config, S3Client s3, S3Presigner presigner, InstantSource clock) {
    return new S3PhotoStore(config.bucket(), s3, presigner, clock);
  }

  @Provides
  @Singleton
  static UserFiles userFiles(VideoAwsConfig config, S3Client s3, InstantSource clock) {
    return new S3UserFiles(config.bucket(), s3, clock, S3UserFiles.LONGEST_PAGE);
  }

  @Provides
  @Singleton
  static JobQueue jobQueue(VideoAwsConfig config, SqsClient sqs, InstantSource clock) {
    return new SqsJobQueue(config.queue(), sqs, clock);
  }

  @Provides
  @Singleton
  @Named(DEAD_LETTERS)
  static JobQueue deadLetters(VideoAwsConfig config, SqsClient sqs, InstantSource clock) {
    return new SqsJobQueue(config.queue() + "-dlq", sqs, clock);
  }

  @Provides
  @Singleton
  static JobEvents jobEvents(VideoAwsConfig config, SnsClient sns, InstantSource clock) {
    return new SnsJobEvents(config.topicArn(), sns, clock);
  }

  @Provides
  @Singleton
  static Pushes pushes(SnsClient sns, InstantSource clock) {
    return new SnsPushes(sns, clock);
  }
}
