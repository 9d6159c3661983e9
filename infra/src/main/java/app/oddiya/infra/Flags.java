package app.oddiya.infra;

import java.util.List;
import java.util.Map;

/// Switches of CDK without which it builds as its first release did.
final class Flags {

  static final Map<String, Object> ALL =
      Map.of(
          // Access logs by a policy of the bucket: access lists are off.
          "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true,
          "@aws-cdk/aws-iam:minimizePolicies", true,
          "@aws-cdk/core:checkSecretUsage", true,
          "@aws-cdk/core:target-partitions", List.of("aws"),
          "@aws-cdk/aws-ec2:restrictDefaultSecurityGroup", false,
          "@aws-cdk/customresources:installLatestAwsSdkDefault", false);

  private Flags() {}
}
