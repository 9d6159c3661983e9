package app.oddiya.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class StackTest {

  private static final List<String> RUNBOOKS =
      List.of(
          "queue-growing", "database-slow", "bedrock-down", "spot-loss", "key-rotation", "restore");

  private final Made made = Synthesis.get().made();

  @Test
  void theNetworkHasNoNatGatewayAndOnlyTheBalancerListensToEverybody() {
    assertThat(made.texts("AWS::EC2::NatGateway")).isEmpty();
    assertThat(made.texts("AWS::EC2::VPCEndpoint")).singleElement().asString().contains("s3");
    assertThat(made.properties("AWS::EC2::SecurityGroup"))
        .filteredOn(group -> group.has("SecurityGroupIngress"))
        .singleElement()
        .satisfies(
            group -> assertThat(group.path("GroupDescription").asString()).contains("balancer"));
  }

  @Test
  void storesLetInTheNodesAndNobodyElse() {
    String nodes = made.id("AWS::EC2::SecurityGroup", "Nodes");
    for (String store : List.of("Postgres", "Redis")) {
      String door = made.id("AWS::EC2::SecurityGroup", store + "Door");
      assertThat(made.properties("AWS::EC2::SecurityGroupIngress"))
          .filteredOn(rule -> rule.path("GroupId").toString().contains(door))
          .isNotEmpty()
          .allMatch(rule -> rule.path("SourceSecurityGroupId").toString().contains(nodes));
    }
    assertThat(made.properties("AWS::EC2::SecurityGroupIngress"))
        .extracting(rule -> rule.path("FromPort").asInt(-1))
        .containsExactlyInAnyOrder(-1, 30080, 5432, 6379, 6380);
  }

  /// Answers from outside come to high ports, which theirs are among.
  @Test
  void theAccessListOfTheStoresShutsTheirPortsBeforeItOpensHighOnes() {
    assertThat(made.properties("AWS::EC2::NetworkAclEntry"))
        .filteredOn(entry -> !entry.path("Egress").asBoolean(false))
        .extracting(
            entry ->
                "%s %s %s %s"
                    .formatted(
                        entry.path("RuleNumber").asInt(),
                        entry.path("RuleAction").asString(),
                        entry.path("CidrBlock").asString("inside"),
                        entry.at("/PortRange/From").asInt()))
        .containsExactlyInAnyOrder(
            "100 allow inside 5432",
            "110 allow inside 6379",
            "200 deny 0.0.0.0/0 5432",
            "210 deny 0.0.0.0/0 6379",
            "300 allow 0.0.0.0/0 1024");
  }

  /// `deploy/observability/alerts.yaml` is held to the services' metrics where it lies.
  @Test
  void theRulesAreAskedWhereTheMetricsAreAndTellWhoeverIsToldOfAlarms() {
    YAMLMapper yaml = YAMLMapper.builder().build();
    assertThat(made.properties("AWS::APS::RuleGroupsNamespace"))
        .singleElement()
        .satisfies(
            rules -> {
              assertThat(rules.path("Workspace").toString()).contains("Metrics");
              JsonNode data = yaml.readTree(rules.path("Data").asString());
              assertThat(data.at("/groups/0/rules/0/expr").asString())
                  .contains("http_server_requests_seconds_count");
              assertThat(data.toString()).contains("docs/runbooks/requests-failing.md");
            });
    String workspace = made.properties("AWS::APS::Workspace").getFirst().toString();
    assertThat(workspace).contains("{\"Ref\":\"" + made.id("AWS::SNS::Topic", "AlarmTopic"));
    assertThat(made.texts("AWS::SNS::TopicPolicy"))
        .anyMatch(policy -> policy.contains("AlarmTopic") && policy.contains("aps.amazonaws.com"));
    assertThat(made.texts("AWS::KMS::Key"))
        .anyMatch(key -> key.contains("photos") && key.contains("aps.amazonaws.com"));
  }

  /// What it is after AWS has put in the topic's name.
  @Test
  void whoIsToldIsSaidInAlertmanagersOwnWords() {
    YAMLMapper yaml = YAMLMapper.builder().build();
    StringBuilder definition = new StringBuilder();
    made.properties("AWS::APS::Workspace")
        .getFirst()
        .at("/AlertManagerDefinition/Fn::Join/1")
        .forEach(part -> definition.append(part.asString("arn:aws:sns:some:1:topic")));
    JsonNode config =
        yaml.readTree(yaml.readTree(definition.toString()).path("alertmanager_config").asString());
    assertThat(config.at("/route/receiver").asString())
        .isEqualTo(config.at("/receivers/0/name").asString());
    assertThat(config.at("/receivers/0/sns_configs/0/topic_arn").asString())
        .isEqualTo("arn:aws:sns:some:1:topic");
    assertThat(config.at("/receivers/0/sns_configs/0/sigv4/region").asString())
        .isEqualTo("ap-northeast-2");
  }

  @Test
  void oneSpotNodeOfASupportedVersion() {
    assertThat(made.texts("AWS::EKS::Cluster"))
        .singleElement()
        .asString()
        .contains("\"Version\":\"" + Cluster.VERSION + "\"")
        .contains("\"SupportType\":\"STANDARD\"", "\"DeletionProtection\":true")
        .contains("\"PublicAccessCidrs\":[\"198.51.100.0/24\",\"203.0.113.7/32\"]")
        .contains("\"Resources\":[\"secrets\"]");
    assertThat(made.texts("AWS::EKS::Nodegroup"))
        .singleElement()
        .asString()
        .contains("\"CapacityType\":\"SPOT\"", "\"InstanceTypes\":[\"t3.medium\"]")
        .contains("\"DesiredSize\":1", "\"MaxSize\":2");
    assertThat(made.properties("AWS::EKS::Addon"))
        .extracting(addOn -> addOn.path("AddonName").asString())
        .containsExactlyInAnyOrder("vpc-cni", "kube-proxy", "coredns", "metrics-server");
    assertThat(made.properties("AWS::EKS::Addon"))
        .extracting(
            addOn -> JsonMapper.shared().readTree(addOn.path("ConfigurationValues").asString()))
        .satisfiesOnlyOnce(
            cni -> assertThat(cni.path("enableNetworkPolicy").asString("")).isEqualTo("true"))
        .allMatch(settings -> settings.at("/resources/limits").has("memory"));
  }

  /// It follows the control plane by hand, for add-ons.yaml is also for who runs it elsewhere.
  @Test
  void kubeProxyIsOfTheClustersVersion() throws IOException {
    assertThat(
            Files.readString(Synthesis.checkout().resolve("deploy/kubernetes/add-ons.yaml"))
                .replaceAll("\\s+", " "))
        .containsPattern(
            "name: kube-proxy what: services version: v%s\\.\\d+ ".formatted(Cluster.VERSION));
  }

  /// A month is longer than an alarm looks back, so the box tells every day how long it has been.
  @Test
  void aBackupThatNobodyProvedIsTold() {
    assertThat(made.texts("AWS::CloudWatch::Alarm"))
        .filteredOn(alarm -> alarm.contains("DaysSinceVerified"))
        .singleElement()
        .asString()
        .contains("\"Threshold\":33", "\"TreatMissingData\":\"breaching\"")
        .contains("\"Period\":86400");
  }

  @Test
  void everyMachineAsksForMetadataOfTheSecondVersionAndHasEncryptedVolumesAndNoKeyPair() {
    assertThat(made.texts("AWS::EC2::LaunchTemplate"))
        .hasSize(3)
        .allMatch(machine -> machine.contains("\"HttpTokens\":\"required\""))
        .allMatch(machine -> machine.contains("\"HttpPutResponseHopLimit\":1"))
        .allMatch(machine -> machine.contains("\"Encrypted\":true"))
        .noneMatch(machine -> machine.contains("KeyName"));
    assertThat(made.texts("AWS::EC2::Volume"))
        .hasSize(2)
        .allMatch(volume -> volume.contains("\"Encrypted\":true"))
        .allMatch(volume -> volume.contains("\"DeletionPolicy\":\"Retain\""));
    assertThat(made.texts("AWS::EC2::LaunchTemplate"))
        .filteredOn(machine -> machine.contains("\"InstanceType\":\"t2.micro\""))
        .hasSize(2)
        .allMatch(machine -> machine.contains("\"CpuCredits\":\"standard\""));
  }

  @Test
  void theQueueAndItsDeadLettersAreNamedAsTheWorkerNamesThem() {
    assertThat(made.properties("AWS::SQS::Queue"))
        .extracting(queue -> queue.path("QueueName").asString())
        .containsExactlyInAnyOrder("oddiya-video-jobs", "oddiya-video-jobs-dlq");
    assertThat(made.texts("AWS::SQS::Queue"))
        .satisfiesOnlyOnce(queue -> assertThat(queue).contains("\"maxReceiveCount\":5"))
        .allMatch(queue -> queue.contains("KmsMasterKeyId"));
  }

  @Test
  void nothingThatAUserSentEndsByItsAge() {
    String media =
        made.texts("AWS::S3::Bucket").stream()
            .filter(bucket -> bucket.contains("oddiya-media-"))
            .findFirst()
            .orElseThrow();
    assertThat(media)
        .doesNotContain("ExpirationInDays", "VersioningConfiguration")
        .contains(
            "AbortIncompleteMultipartUpload", "\"AllowedOrigins\":[\"https://app.oddiya.example\"]")
        .contains("\"SSEAlgorithm\":\"aws:kms\"", "\"RestrictPublicBuckets\":true");
    assertThat(made.texts("AWS::S3::BucketPolicy"))
        .hasSize(3)
        .allMatch(policy -> policy.contains("\"aws:SecureTransport\":\"false\""));
  }

  /// The boxes add and read: nobody but the bucket's own rules takes a backup away.
  @Test
  void noMachineRemovesABackup() {
    assertThat(made.texts("AWS::IAM::Policy"))
        .filteredOn(policy -> policy.contains("route53:ChangeResourceRecordSets"))
        .hasSize(2)
        .noneMatch(policy -> policy.contains("s3:Delete"));
  }

  @Test
  void everyAlarmNamesARunbookThatThereIs() {
    Pattern link = Pattern.compile("Runbook: docs/runbooks/([a-z-]+)\\.md");
    List<String> told =
        List.of(made.texts("AWS::CloudWatch::Alarm"), made.texts("AWS::Events::Rule")).stream()
            .flatMap(List::stream)
            .toList();
    assertThat(told).hasSizeGreaterThan(15);
    assertThat(told).allMatch(text -> link.matcher(text).find());
    List<String> named =
        told.stream()
            .map(link::matcher)
            .filter(Matcher::find)
            .map(found -> found.group(1))
            .distinct()
            .toList();
    assertThat(named).containsExactlyInAnyOrderElementsOf(RUNBOOKS);
    Path pages = Synthesis.checkout().resolve("docs/runbooks");
    assertThat(named).allMatch(name -> Files.isRegularFile(pages.resolve(name + ".md")));
  }

  @Test
  void alarmsMayWriteToTheirTopic() {
    assertThat(made.texts("AWS::SNS::TopicPolicy"))
        .anyMatch(
            policy ->
                policy.contains("\"cloudwatch.amazonaws.com\"")
                    && policy.contains("\"events.amazonaws.com\""));
  }

  @Test
  void whatKubernetesHasToKnowIsToldUnderNamesThatStay() {
    assertThat(made.outputs().propertyNames())
        .containsExactlyInAnyOrder(
            "ClusterName",
            "Registry",
            "PublicName",
            "LoadBalancerNetwork",
            "PostgresName",
            "PostgresNetwork",
            "RedisName",
            "RedisNetwork",
            "Bucket",
            "BackupBucket",
            "QueueName",
            "QueueUrl",
            "EventsTopicArn",
            "SnsApnsArn",
            "SnsFcmArn",
            "MetricsWriteUrl",
            "RoleOddiyaUser",
            "RoleOddiyaPlan",
            "RoleOddiyaLlmAgent",
            "RoleOddiyaVideo",
            "RoleOddiyaVideoWorker",
            "RoleKedaOperator",
            "RoleOddiyaCollector");
    assertThat(made.outputs().at("/LoadBalancerNetwork/Value").asString())
        .isEqualTo("10.20.0.0/23");
    assertThat(made.properties("AWS::EC2::Subnet"))
        .extracting(subnet -> subnet.path("CidrBlock").asString())
        .contains("10.20.0.0/24", "10.20.1.0/24");
  }
}
