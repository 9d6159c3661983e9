package app.oddiya.adapters.aws;

import static software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// Makes the clients of one process and closes them all. They share one small pool of connections:
/// a service holds a handful of calls to AWS at a time, and a pool for each client would cost
/// memory for nothing.
public final class AwsClients implements AutoCloseable {

  private static final int CONNECTIONS = 24;
  private static final Duration CONNECT = Duration.ofSeconds(2);

  /// Longer than a long poll of SQS (20 s), which is silent until it ends.
  private static final Duration SILENCE = Duration.ofSeconds(25);

  /// Longer than the deadline of whoever asks a model, which is what ends a call.
  private static final Duration THOUGHT = Duration.ofMinutes(5);

  /// A call that names no deadline of its own ends here.
  private static final Duration CALL = Duration.ofSeconds(30);

  /// Once more after a first failure; whoever calls knows better than the SDK whether to go on.
  private static final int ATTEMPTS = 2;

  private final AwsConfig config;
  private final Region region;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http;
  private final CallMeter calls = new CallMeter();
  private final ConcurrentLinkedDeque<SdkAutoCloseable> open = new ConcurrentLinkedDeque<>();

  AwsClients(AwsConfig config) {
    this.config = config;
    this.region = Region.of(config.region());
    this.credentials =
        config
            .keys()
            .<AwsCredentialsProvider>map(AwsClients::fixed)
            .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    this.http =
        Apache5HttpClient.builder()
            .maxConnections(CONNECTIONS)
            .connectionTimeout(CONNECT)
            .connectionAcquisitionTimeout(CONNECT)
            .socketTimeout(SILENCE)
            .build();
  }

  private static AwsCredentialsProvider fixed(AwsConfig.Keys keys) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(keys.id(), keys.secret()));
  }

  S3Client s3() {
    // The SDK's own checksums travel in a chunked encoding that only Amazon reads; TLS guards the
    // way, and what is downloaded is judged by content.
    return kept(
        configured(S3Client.builder(), config.s3())
            .httpClient(http)
            .forcePathStyle(config.s3().isPresent())
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .build());
  }

  /// Signs by arithmetic alone, without a call.
  S3Presigner s3Presigner() {
    S3Presigner.Builder presigner =
        S3Presigner.builder()
            .region(region)
            .credentialsProvider(credentials)
            .serviceConfiguration(
                S3Configuration.builder().pathStyleAccessEnabled(config.s3().isPresent()).build());
    config.s3().ifPresent(presigner::endpointOverride);
    return kept(presigner.build());
  }

  SqsClient sqs() {
    return kept(configured(SqsClient.builder(), config.sqs()).httpClient(http).build());
  }

  SnsClient sns() {
    return kept(configured(SnsClient.builder(), config.sns()).httpClient(http).build());
  }

  /// Only the SDK's asynchronous clients read event streams. This one runs on a blocking connection
  /// for each call instead of Netty or CRT, and does not try again: whoever calls does. Its pool is
  /// its own, because a model may be silent for longer than a long poll.
  ///
  /// Public for the packages beside it only.
  public BedrockRuntimeAsyncClient bedrock(String bedrockRegion, Optional<URI> endpoint) {
    SdkAsyncHttpClient streams =
        kept(
            new BlockingStreams(
                Apache5HttpClient.builder()
                    .maxConnections(CONNECTIONS)
                    .connectionTimeout(CONNECT)
                    .connectionAcquisitionTimeout(CONNECT)
                    .socketTimeout(THOUGHT)
                    .build()));
    BedrockRuntimeAsyncClientBuilder builder =
        BedrockRuntimeAsyncClient.builder()
            .region(Region.of(bedrockRegion))
            .credentialsProvider(credentials)
            .httpClient(streams)
            // Each call has a thread of its own already.
            .asyncConfiguration(
                c -> c.advancedOption(FUTURE_COMPLETION_EXECUTOR, (Executor) Runnable::run))
            .overrideConfiguration(
                c -> c.addMetricPublisher(calls).retryStrategy(DefaultRetryStrategy.doNotRetry()));
    endpoint.ifPresent(builder::endpointOverride);
    return kept(builder.build());
  }

  private <B extends AwsClientBuilder<B, ?>> B configured(B builder, Optional<URI> endpoint) {
    endpoint.ifPresent(builder::endpointOverride);
    return builder
        .region(region)
        .credentialsProvider(credentials)
        .overrideConfiguration(
            c ->
                c.addMetricPublisher(calls)
                    .apiCallTimeout(CALL)
                    .retryStrategy(
                        DefaultRetryStrategy.standardStrategyBuilder()
                            .maxAttempts(ATTEMPTS)
                            .build()));
  }

  private <C extends SdkAutoCloseable> C kept(C client) {
    open.push(client);
    return client;
  }

  void measure(MeterRegistry meters) {
    calls.measure(meters);
  }

  @Override
  public void close() {
    open.forEach(SdkAutoCloseable::close);
    http.close();
  }
}
