package app.oddiya.adapters.aws;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The SDK's clients, made only where one is asked for. The modules of each context include this
/// one; the app binds an [AwsConfig] and an [java.time.InstantSource], and ends the [AwsLife].
@Module
public interface AwsModule {

  @Provides
  @Singleton
  static AwsClients clients(AwsConfig config) {
    return new AwsClients(config);
  }

  @Provides
  static AwsLife life(AwsClients clients) {
    return new AwsLife(clients::measure, clients::close);
  }

  @Provides
  @Singleton
  static S3Client s3(AwsClients clients) {
    return clients.s3();
  }

  @Provides
  @Singleton
  static S3Presigner s3Presigner(AwsClients clients) {
    return clients.s3Presigner();
  }

  @Provides
  @Singleton
  static SqsClient sqs(AwsClients clients) {
    return clients.sqs();
  }

  @Provides
  @Singleton
  static SnsClient sns(AwsClients clients) {
    return clients.sns();
  }
}
