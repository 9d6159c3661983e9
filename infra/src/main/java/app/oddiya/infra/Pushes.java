package app.oddiya.infra;

import static app.oddiya.infra.Excuses.excuse;

import app.oddiya.infra.Excuses.Excuse;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/// Where ends of films are told, and the platform applications for phones.
///
/// @param events of films
/// @param apnsArn of the platform application for iOS
/// @param fcmArn of the one for Android
record Pushes(Topic events, String apnsArn, String fcmArn) {

  /// Both are made by the operator, as SecureString: Apple's signing key (.p8), and the JSON of a
  /// service account of Firebase.
  static final String APNS_KEY = "/oddiya/push/apns-key";

  static final String FCM_ACCOUNT = "/oddiya/push/fcm-service-account";

  private static final String NAME = "oddiya";

  static Pushes in(Construct scope, Keys keys, Settings settings) {
    Topic events =
        Topic.Builder.create(scope, "VideoEvents")
            .topicName("oddiya-events")
            .masterKey(keys.media())
            .enforceSsl(true)
            .build();
    Function maker = maker(scope);
    Settings.Apns apns = settings.apns();
    String apnsArn =
        application(
            scope,
            maker,
            apns.platform(),
            APNS_KEY,
            Map.of(
                "PlatformPrincipal", apns.keyId(),
                "ApplePlatformTeamID", apns.teamId(),
                "ApplePlatformBundleID", apns.bundleId()));
    String fcmArn = application(scope, maker, "GCM", FCM_ACCOUNT, Map.of());
    return new Pushes(events, apnsArn, fcmArn);
  }

  private static String application(
      Construct scope,
      Function maker,
      String platform,
      String credential,
      Map<String, String> attributes) {
    String arn = arn("app", platform);
    return CustomResource.Builder.create(scope, "Phones-" + platform)
        .resourceType("Custom::PlatformApplication")
        .serviceToken(maker.getFunctionArn())
        .properties(
            Map.of(
                "Name", NAME,
                "Platform", platform,
                "Arn", arn,
                "CredentialParameter", credential,
                "Attributes", attributes))
        .build()
        .getRef();
  }

  private static Function maker(Construct scope) {
    Function maker =
        Function.Builder.create(scope, "PlatformApplications")
            .description("Makes platform applications of SNS")
            .runtime(Runtime.NODEJS_24_X)
            .handler("index.handler")
            .code(Code.fromInline(Resources.text("platform-application.js")))
            .timeout(Duration.minutes(1))
            .memorySize(256)
            .build();
    maker.addToRolePolicy(
        PolicyStatement.Builder.create()
            .effect(Effect.ALLOW)
            .actions(
                List.of("sns:CreatePlatformApplication", "sns:SetPlatformApplicationAttributes"))
            .resources(List.of(arn("app", "*")))
            .build());
    maker.addToRolePolicy(
        PolicyStatement.Builder.create()
            .effect(Effect.ALLOW)
            .actions(List.of("ssm:GetParameter"))
            .resources(
                List.of(
                    "arn:%s:ssm:%s:%s:parameter/oddiya/push/*"
                        .formatted(Aws.PARTITION, Settings.REGION, Aws.ACCOUNT_ID)))
            .build());
    excuse(
        maker,
        Excuse.of("AwsSolutions-IAM4", "Writing its log is all that this policy of AWS's allows."),
        Excuse.of("AwsSolutions-IAM5", "The applications of this name, of whichever platform."));
    return maker;
  }

  private static String arn(String kind, String platform) {
    return "arn:%s:sns:%s:%s:%s/%s/%s"
        .formatted(Aws.PARTITION, Settings.REGION, Aws.ACCOUNT_ID, kind, platform, NAME);
  }

  List<String> applications() {
    return List.of(apnsArn, fcmArn);
  }

  /// Of the phones: SNS names them after their application.
  List<String> allEndpoints() {
    return List.of(arn("endpoint", "*") + "/*");
  }
}
