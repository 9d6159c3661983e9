package app.oddiya.infra;

import static app.oddiya.infra.Excuses.excuse;

import app.oddiya.infra.Excuses.Excuse;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.aps.CfnWorkspace;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;
import software.constructs.IConstruct;

/// Everything of Oddiya at AWS. One stack, because all of it lives and dies with the one system;
/// what must outlive it (volumes, buckets, keys, images) is kept when it goes.
final class OddiyaStack extends Stack {

  /// CDK's own function behind [software.amazon.awscdk.customresources.AwsCustomResource].
  private static final String SDK_CALLS = "AWS679f53fac002430cb0da5b7982bd2287";

  OddiyaStack(Construct scope, String id, Settings settings) {
    super(
        scope,
        id,
        StackProps.builder()
            .description("Oddiya: a cluster of one node, two boxes of stores, and what they need")
            .env(Environment.builder().region(Settings.REGION).build())
            .terminationProtection(true)
            .build());
    Keys keys = Keys.in(this);
    Topic alarms = alarms(keys, settings);
    Network network = Network.in(this);
    Buckets buckets = Buckets.in(this, keys, settings);
    Jobs jobs = Jobs.in(this, keys);
    Pushes pushes = Pushes.in(this, keys, settings);
    Cluster cluster = Cluster.in(this, network, keys, settings);
    Entrance entrance = Entrance.in(this, network, cluster, settings);
    Box postgres = Box.in(this, postgres(settings), network, keys, buckets.backups());
    Box redis = Box.in(this, redis(settings), network, keys, buckets.backups());
    Snapshots.in(this);
    Images.in(this);
    CfnWorkspace metrics = Metrics.in(this, alarms, settings);
    ServiceRoles roles =
        ServiceRoles.in(this, cluster, keys, buckets.media(), jobs, pushes, metrics, settings);
    Alarms.in(this, alarms, jobs, entrance, postgres, redis, settings);
    Spending.in(this, settings);
    excuseCdk();
    new Outputs(this)
        .say("ClusterName", cluster.cluster().getRef())
        .say("Registry", Aws.ACCOUNT_ID + ".dkr.ecr." + Settings.REGION + "." + Aws.URL_SUFFIX)
        .say("PublicName", entrance.balancer().getLoadBalancerDnsName())
        .say("LoadBalancerNetwork", Network.BALANCERS)
        .say("PostgresName", postgres.name())
        .say("PostgresNetwork", network.home(Network.POSTGRES_SUBNETS).getIpv4CidrBlock())
        .say("RedisName", redis.name())
        .say("RedisNetwork", network.home(Network.REDIS_SUBNETS).getIpv4CidrBlock())
        .say("Bucket", buckets.media().getBucketName())
        .say("BackupBucket", buckets.backups().getBucketName())
        .say("QueueName", jobs.queue().getQueueName())
        .say("QueueUrl", jobs.queue().getQueueUrl())
        .say("EventsTopicArn", pushes.events().getTopicArn())
        .say("SnsApnsArn", pushes.apnsArn())
        .say("SnsFcmArn", pushes.fcmArn())
        .say("MetricsWriteUrl", metrics.getAttrPrometheusEndpoint() + "api/v1/remote_write")
        .roles(roles.byAccount());
  }

  private static Box.Kind postgres(Settings settings) {
    return new Box.Kind(
        "postgres",
        Network.POSTGRES_SUBNETS,
        List.of(Network.POSTGRES),
        20,
        BoxProgram.postgres(settings.databaseFiles()));
  }

  private static Box.Kind redis(Settings settings) {
    return new Box.Kind(
        "redis",
        Network.REDIS_SUBNETS,
        List.of(Network.REDIS_SESSIONS, Network.REDIS_CACHE),
        8,
        BoxProgram.redis(settings.databaseFiles()));
  }

  private Topic alarms(Keys keys, Settings settings) {
    Topic alarms =
        Topic.Builder.create(this, "AlarmTopic")
            .topicName("oddiya-alarms")
            .masterKey(keys.media())
            .enforceSsl(true)
            .build();
    // A policy of its own takes the place of the one by which AWS lets an account's alarms write.
    alarms.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("Alarms")
            .principals(
                List.of(
                    new ServicePrincipal("cloudwatch.amazonaws.com"),
                    new ServicePrincipal(Metrics.ALERT_MANAGER)))
            .actions(List.of("sns:Publish", "sns:GetTopicAttributes"))
            .resources(List.of(alarms.getTopicArn()))
            .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
            .build());
    alarms.addSubscription(new EmailSubscription(settings.mail()));
    return alarms;
  }

  private void excuseCdk() {
    IConstruct calls = getNode().findChild(SDK_CALLS);
    excuse(
        calls,
        Excuse.of("AwsSolutions-IAM4", "CDK's own function: writing its log is all this allows."),
        Excuse.of("AwsSolutions-L1", "CDK's own function: its run-time comes with CDK's release."));
  }
}
