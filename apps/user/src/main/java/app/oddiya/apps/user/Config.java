package app.oddiya.apps.user;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.identity.IdentityAwsConfig;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.web.Settings;
import app.oddiya.adapters.web.Web;
import java.util.Optional;

/// What the user service reads from its environment.
record Config(Web web, PostgresConfig database, AwsConfig aws, IdentityAwsConfig push) {

  static Config from(Settings settings) {
    return new Config(
        Web.from(settings, "user", 8082), database(settings), aws(settings), push(settings));
  }

  private static PostgresConfig database(Settings settings) {
    return new PostgresConfig(
        settings.text("ODDIYA_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5432/oddiya"),
        settings.text("ODDIYA_USER_DATABASE_USER", "user_service"),
        settings.text("ODDIYA_USER_DATABASE_PASSWORD"),
        settings.number("ODDIYA_USER_DATABASE_POOL", 4, 1, 100),
        PostgresConfig.Schema.USER);
  }

  private static AwsConfig aws(Settings settings) {
    Optional<AwsConfig.Keys> keys =
        settings
            .optional("ODDIYA_AWS_ACCESS_KEY_ID")
            .map(id -> new AwsConfig.Keys(id, settings.text("ODDIYA_AWS_SECRET_ACCESS_KEY")));
    return new AwsConfig(
        settings.text("ODDIYA_AWS_REGION", "ap-northeast-2"),
        keys,
        Optional.empty(),
        Optional.empty(),
        settings.optionalUrl("ODDIYA_SNS_ENDPOINT"));
  }

  private static IdentityAwsConfig push(Settings settings) {
    return new IdentityAwsConfig(
        settings.text("ODDIYA_SNS_APNS_ARN"), settings.text("ODDIYA_SNS_FCM_ARN"));
  }
}
