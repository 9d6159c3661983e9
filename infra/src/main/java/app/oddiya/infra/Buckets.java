package app.oddiya.infra;

import static app.oddiya.infra.Excuses.excuse;

import app.oddiya.infra.Excuses.Excuse;
import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;
import software.constructs.Construct;

/// Private, encrypted, over TLS only, and kept when the stack goes.
///
/// @param media `uploads/{user}/` and `films/{user}/`
/// @param backups of PostgreSQL and Redis
record Buckets(Bucket media, Bucket backups) {

  private static final int DAYS_OF_BACKUPS = 35;

  static Buckets in(Construct scope, Keys keys, Settings settings) {
    Bucket logs = logs(scope);
    return new Buckets(media(scope, keys, settings, logs), backups(scope, keys, logs));
  }

  /// Nothing in it ends by age: a photo that a film is made of looks like one that nobody wants,
  /// and who knows which is which removes it (docs/adr/0028). No versions either, for what a user
  /// deletes is to be gone.
  private static Bucket media(Construct scope, Keys keys, Settings settings, Bucket logs) {
    Bucket media =
        bucket(scope, "Media", "media", keys.media())
            .serverAccessLogsBucket(logs)
            .serverAccessLogsPrefix("media/")
            .lifecycleRules(
                List.of(
                    broken(),
                    LifecycleRule.builder()
                        .id("seldom-looked-at")
                        .transitions(
                            List.of(
                                Transition.builder()
                                    .storageClass(StorageClass.INTELLIGENT_TIERING)
                                    .transitionAfter(Duration.days(30))
                                    .build()))
                        .build()))
            .build();
    if (!settings.webOrigins().isEmpty()) {
      media.addCorsRule(
          CorsRule.builder()
              .allowedOrigins(settings.webOrigins())
              .allowedMethods(List.of(HttpMethods.PUT, HttpMethods.GET, HttpMethods.HEAD))
              // What a permit to upload binds (S3PhotoStore), and parts of films.
              .allowedHeaders(
                  List.of("content-type", "x-amz-checksum-sha256", "x-amz-sdk-*", "range"))
              .exposedHeaders(List.of("ETag", "Content-Range"))
              .maxAge(3600)
              .build());
    }
    return media;
  }

  /// The boxes may add and read, not remove: whoever takes one over cannot take its past.
  private static Bucket backups(Construct scope, Keys keys, Bucket logs) {
    return bucket(scope, "Backups", "backups", keys.stores())
        .serverAccessLogsBucket(logs)
        .serverAccessLogsPrefix("backups/")
        .versioned(true)
        .lifecycleRules(
            List.of(
                broken(),
                LifecycleRule.builder()
                    .id("old")
                    .expiration(Duration.days(DAYS_OF_BACKUPS))
                    .noncurrentVersionExpiration(Duration.days(7))
                    .build()))
        .build();
  }

  private static Bucket logs(Construct scope) {
    Bucket logs =
        Bucket.Builder.create(scope, "Logs")
            .encryption(BucketEncryption.S3_MANAGED)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .enforceSsl(true)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .removalPolicy(RemovalPolicy.RETAIN)
            .lifecycleRules(
                List.of(LifecycleRule.builder().id("old").expiration(Duration.days(30)).build()))
            .build();
    excuse(
        logs, Excuse.of("AwsSolutions-S1", "It holds the access logs of the others, for a month."));
    return logs;
  }

  private static Bucket.Builder bucket(Construct scope, String id, String name, Key key) {
    return Bucket.Builder.create(scope, id)
        .bucketName("oddiya-" + name + "-" + Aws.ACCOUNT_ID)
        .encryption(BucketEncryption.KMS)
        .encryptionKey(key)
        // One call to KMS for many objects.
        .bucketKeyEnabled(true)
        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
        .enforceSsl(true)
        .removalPolicy(RemovalPolicy.RETAIN);
  }

  private static LifecycleRule broken() {
    return LifecycleRule.builder()
        .id("broken-uploads")
        .abortIncompleteMultipartUploadAfter(Duration.days(1))
        .build();
  }
}
