package app.oddiya.infra;

import static app.oddiya.infra.Excuses.excuse;
import static app.oddiya.infra.Permissions.allow;

import app.oddiya.infra.Excuses.Excuse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnJson;
import software.amazon.awscdk.services.aps.CfnWorkspace;
import software.amazon.awscdk.services.iam.OpenIdConnectPrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/// What each service may do at AWS: a role for its ServiceAccount, holding the calls that its
/// adapters make (`adapters/aws`) and no others. Gateway and auth call nothing there, and have
/// none.
record ServiceRoles(Map<String, Role> byAccount) {

  private static final String NAMESPACE = "oddiya";

  static ServiceRoles in(
      Construct scope,
      Cluster cluster,
      Keys keys,
      Bucket media,
      Jobs jobs,
      Pushes pushes,
      CfnWorkspace metrics,
      Settings settings) {
    var roles = new Roles(scope, cluster);
    Role user = roles.service("user");
    allow(
        user,
        List.of("sns:CreatePlatformEndpoint", "sns:ListEndpointsByPlatformApplication"),
        pushes.applications());
    allow(user, List.of("sns:SetEndpointAttributes", "sns:DeleteEndpoint"), pushes.allEndpoints());

    Role plan = roles.service("plan");
    allow(plan, List.of("sns:Publish"), pushes.allEndpoints());

    Role agent = roles.service("llm-agent");
    allow(
        agent,
        List.of("bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"),
        models(settings.bedrock()));

    // Signs uploads and downloads, looks at what was sent, exports and removes.
    Role video = roles.service("video");
    files(video, media, keys, List.of("s3:PutObject"), "uploads/*");
    files(video, media, keys, List.of("s3:GetObject", "s3:DeleteObject"), "uploads/*", "films/*");
    jobs.letSend(video, keys);

    Role worker = roles.service("video-worker");
    files(worker, media, keys, List.of("s3:GetObject"), "uploads/*");
    files(worker, media, keys, List.of("s3:PutObject", "s3:DeleteObject"), "films/*");
    jobs.letWork(worker, keys);
    allow(worker, List.of("sns:Publish"), pushes.allEndpoints());
    allow(worker, List.of("sns:Publish"), List.of(pushes.events().getTopicArn()));

    // Counts what waits, for the scaler of workers (`deploy/kubernetes`).
    Role scaler = roles.account("keda", "keda-operator");
    jobs.letCount(scaler);

    // Writes metrics and traces (`deploy/observability`).
    Role collector = roles.account("observability", "oddiya-collector");
    allow(collector, List.of("aps:RemoteWrite"), List.of(metrics.getAttrArn()));
    allow(collector, List.of("xray:PutTraceSegments"), List.of("*"));
    excuse(
        collector,
        Excuse.of("AwsSolutions-IAM5", "X-Ray has no resource to name: traces are the account's."));

    roles.byAccount.values().forEach(ServiceRoles::excused);
    return new ServiceRoles(Map.copyOf(roles.byAccount));
  }

  private static void excused(Role role) {
    excuse(
        role,
        Excuse.of(
            "AwsSolutions-IAM5",
            "Objects and endpoints are named as they come into being: the wildcard stands for the"
                + " last part of a name below a fixed prefix, and in ARNs of models for the region"
                + " that a profile picks."));
  }

  /// Whether there is nothing (404) or one may not know (403) S3 tells by the right to list the
  /// bucket, and a condition on the prefix counts as not having it there: that request names none.
  private static void files(
      Role role, Bucket media, Keys keys, List<String> actions, String... prefixes) {
    allow(role, List.of("s3:ListBucket"), List.of(media.getBucketArn()));
    allow(role, actions, List.of(prefixes).stream().map(media::arnForObjects).toList());
    allow(role, List.of("kms:Decrypt", "kms:GenerateDataKey"), List.of(keys.media().getKeyArn()));
  }

  /// A profile is called by its own name, and calls the model in the regions it spans.
  private static List<String> models(Settings.Bedrock bedrock) {
    String model = ":bedrock:%s::foundation-model/" + bedrock.foundationModel();
    if (!bedrock.isProfile()) {
      return List.of("arn:" + Aws.PARTITION + model.formatted(bedrock.region()));
    }
    return List.of(
        "arn:%s:bedrock:%s:%s:inference-profile/%s"
            .formatted(Aws.PARTITION, bedrock.region(), Aws.ACCOUNT_ID, bedrock.model()),
        "arn:" + Aws.PARTITION + model.formatted("*"));
  }

  /// The roles as they are made.
  private record Roles(Construct scope, Cluster cluster, Map<String, Role> byAccount) {

    Roles(Construct scope, Cluster cluster) {
      this(scope, cluster, new LinkedHashMap<>());
    }

    Role service(String name) {
      return account(NAMESPACE, "oddiya-" + name);
    }

    /// A role for this ServiceAccount and no other. The names of the conditions are only known when
    /// the cluster is there, which [CfnJson] is for.
    Role account(String namespace, String account) {
      String issuer = cluster.issuer().getOpenIdConnectProviderIssuer();
      CfnJson only =
          CfnJson.Builder.create(scope, "Only-" + account)
              .value(
                  Map.of(
                      issuer + ":aud",
                      "sts.amazonaws.com",
                      issuer + ":sub",
                      "system:serviceaccount:" + namespace + ":" + account))
              .build();
      Role role =
          Role.Builder.create(scope, "Role-" + account)
              .roleName(account)
              .description("ServiceAccount " + account + " in namespace " + namespace)
              .assumedBy(new OpenIdConnectPrincipal(cluster.issuer(), Map.of("StringEquals", only)))
              .build();
      byAccount.put(account, role);
      return role;
    }
  }
}
