package app.oddiya.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What every service may do, whole: a new call of an adapter is a new line here.
class ServiceRolesTest {

  private static final String TOPIC = "sns:Publish on VideoEvents";
  private static final String PHONES = "on arn::sns:ap-northeast-2::endpoint/*/oddiya/*";
  private static final List<String> KEY =
      List.of("kms:Decrypt on MediaKey", "kms:GenerateDataKey on MediaKey");

  private final Made made = Synthesis.get().made();

  @Test
  void userManagesEndpointsOfPhones() {
    assertThat(made.permissions("oddiya-user"))
        .containsExactlyInAnyOrder(
            "sns:CreatePlatformEndpoint on PhonesAPNS",
            "sns:CreatePlatformEndpoint on PhonesGCM",
            "sns:ListEndpointsByPlatformApplication on PhonesAPNS",
            "sns:ListEndpointsByPlatformApplication on PhonesGCM",
            "sns:DeleteEndpoint " + PHONES,
            "sns:SetEndpointAttributes " + PHONES);
  }

  @Test
  void planTellsPhonesAndNothingElse() {
    assertThat(made.permissions("oddiya-plan")).containsExactly("sns:Publish " + PHONES);
  }

  @Test
  void theAgentAsksTheOneModel() {
    assertThat(made.permissions("oddiya-llm-agent"))
        .hasSize(4)
        .allMatch(line -> line.startsWith("bedrock:InvokeModel"))
        .allMatch(line -> line.contains("anthropic.claude-sonnet-4-20250514-v1:0"));
  }

  @Test
  void videoSignsForFilesAndSendsJobs() {
    assertThat(made.permissions("oddiya-video"))
        .containsAll(KEY)
        .filteredOn(line -> !line.startsWith("kms:"))
        .containsExactlyInAnyOrder(
            "s3:ListBucket on Media",
            "s3:PutObject on Media/uploads/*",
            "s3:GetObject on Media/uploads/*",
            "s3:GetObject on Media/films/*",
            "s3:DeleteObject on Media/uploads/*",
            "s3:DeleteObject on Media/films/*",
            "sqs:GetQueueUrl on Jobs",
            "sqs:SendMessage on Jobs");
  }

  @Test
  void theWorkerReadsUploadsWritesFilmsAndDrainsBothQueues() {
    assertThat(made.permissions("oddiya-video-worker"))
        .containsAll(KEY)
        .filteredOn(line -> !line.startsWith("kms:"))
        .containsExactlyInAnyOrder(
            "s3:ListBucket on Media",
            "s3:GetObject on Media/uploads/*",
            "s3:PutObject on Media/films/*",
            "s3:DeleteObject on Media/films/*",
            "sqs:GetQueueUrl on Jobs",
            "sqs:SendMessage on Jobs",
            "sqs:ReceiveMessage on Jobs",
            "sqs:ChangeMessageVisibility on Jobs",
            "sqs:DeleteMessage on Jobs",
            "sqs:GetQueueUrl on DeadJobs",
            "sqs:ReceiveMessage on DeadJobs",
            "sqs:ChangeMessageVisibility on DeadJobs",
            "sqs:DeleteMessage on DeadJobs",
            "sns:Publish " + PHONES,
            TOPIC);
  }

  @Test
  void theCollectorWritesMetricsAndTracesAndReadsNeither() {
    assertThat(made.permissions("oddiya-collector"))
        .containsExactlyInAnyOrder("aps:RemoteWrite on Metrics", "xray:PutTraceSegments on *");
  }

  /// A condition on the prefix would turn "no such file" into "forbidden": see [ServiceRoles].
  @Test
  void listingTheBucketHasNoCondition() {
    assertThat(made.permissions("oddiya-video")).contains("s3:ListBucket on Media");
  }

  @Test
  void eachRoleIsForOneServiceAccount() {
    assertThat(made.properties("Custom::AWSCDKCfnJson"))
        .extracting(properties -> properties.path("Value").toString())
        .hasSize(7)
        .allMatch(value -> value.contains("sts.amazonaws.com"))
        .satisfiesOnlyOnce(
            value -> assertThat(value).contains("system:serviceaccount:oddiya:oddiya-plan"));
    assertThat(made.properties("AWS::IAM::Role"))
        .filteredOn(role -> role.has("RoleName"))
        .extracting(JsonNode::toString)
        .hasSize(7)
        .allMatch(role -> role.contains("\"sts:AssumeRoleWithWebIdentity\""))
        .allMatch(role -> role.contains("\"StringEquals\":{\"Fn::GetAtt\":[\"Only"));
  }
}
