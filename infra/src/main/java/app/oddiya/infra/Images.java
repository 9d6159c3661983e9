package app.oddiya.infra;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.constructs.Construct;

/// Where images are pushed to and the node pulls them from, one repository a service.
final class Images {

  static final List<String> SERVICES =
      List.of("gateway", "auth", "user", "plan", "llm-agent", "video", "video-worker");

  private static final int RELEASES_KEPT = 5;

  private Images() {}

  static void in(Construct scope) {
    for (String service : SERVICES) {
      Repository.Builder.create(scope, "Images-" + service)
          .repositoryName("oddiya-" + service)
          // A release is what it was when it was tried.
          .imageTagMutability(TagMutability.IMMUTABLE)
          .imageScanOnPush(true)
          .lifecycleRules(List.of(LifecycleRule.builder().maxImageCount(RELEASES_KEPT).build()))
          .removalPolicy(RemovalPolicy.RETAIN)
          .build();
    }
  }
}
