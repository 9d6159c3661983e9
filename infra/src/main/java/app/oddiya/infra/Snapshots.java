package app.oddiya.infra;

import static app.oddiya.infra.Excuses.excuse;

import app.oddiya.infra.Excuses.Excuse;
import java.util.List;
import software.amazon.awscdk.CfnTag;
import software.amazon.awscdk.services.dlm.CfnLifecyclePolicy;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/// A snapshot of each store's volume every night, kept for a week: a way back that needs no store
/// to be well, beside the backups that need no volume.
final class Snapshots {

  static final String TAG = "oddiya:snapshots";

  private static final int KEPT = 7;

  private Snapshots() {}

  static void in(Construct scope) {
    Role role =
        Role.Builder.create(scope, "SnapshotRole")
            .assumedBy(new ServicePrincipal("dlm.amazonaws.com"))
            .managedPolicies(
                List.of(
                    ManagedPolicy.fromAwsManagedPolicyName(
                        "service-role/AWSDataLifecycleManagerServiceRole")))
            .build();
    excuse(role, Excuse.of("AwsSolutions-IAM4", "What Data Lifecycle Manager needs, kept by AWS."));
    CfnLifecyclePolicy.Builder.create(scope, "Snapshots")
        .description("Volumes of Oddiya's stores")
        .state("ENABLED")
        .executionRoleArn(role.getRoleArn())
        .policyDetails(
            CfnLifecyclePolicy.PolicyDetailsProperty.builder()
                .resourceTypes(List.of("VOLUME"))
                .targetTags(List.of(CfnTag.builder().key(TAG).value("daily").build()))
                .schedules(
                    List.of(
                        CfnLifecyclePolicy.ScheduleProperty.builder()
                            .name("nightly")
                            .createRule(
                                CfnLifecyclePolicy.CreateRuleProperty.builder()
                                    .interval(24)
                                    .intervalUnit("HOURS")
                                    .times(List.of("18:30"))
                                    .build())
                            .retainRule(
                                CfnLifecyclePolicy.RetainRuleProperty.builder().count(KEPT).build())
                            .copyTags(true)
                            .build()))
                .build())
        .build();
  }
}
