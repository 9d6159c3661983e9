package app.oddiya.adapters.aws;

import java.net.URI;
import java.util.Optional;

/// Where AWS is and who we are there. Every part can stand somewhere else than at Amazon: an
/// endpoint names its address.
///
/// @param region `ap-northeast-2`, say
/// @param keys without them the SDK's default chain looks for credentials (environment, container)
/// @param s3 of S3; buckets are then part of the path, not of the host
/// @param sqs of SQS
/// @param sns of SNS
public record AwsConfig(
    String region, Optional<Keys> keys, Optional<URI> s3, Optional<URI> sqs, Optional<URI> sns) {

  /// A fixed pair of keys.
  public record Keys(String id, String secret) {

    /// Without the secret, which no log may hold.
    @Override
    public String toString() {
      return "Keys[" + id + "]";
    }
  }
}
