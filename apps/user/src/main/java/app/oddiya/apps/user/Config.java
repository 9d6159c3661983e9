package app.oddiya.apps.user;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.identity.IdentityAwsConfig;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.services.identity.KeepersConfig;
import app.oddiya.adapters.web.Settings;
import app.oddiya.adapters.web.Web;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// What the user service reads from its environment.
///
/// @param internalKey file with the private key that its calls to siblings are signed with
record Config(
    Web web,
    PostgresConfig database,
    AwsConfig aws,
    IdentityAwsConfig push,
    KeepersConfig keepers,
    Path internalKey) {

  static Config from(Settings settings) {
    return new Config(
        Web.from(settings, "user", 8082),
        database(settings),
        aws(settings),
        push(settings),
        keepers(settings),
        settings.file("ODDIYA_USER_INTERNAL_KEY"));
  }

  private static KeepersConfig keepers(Settings settings) {
    return new KeepersConfig(
        settings.url("ODDIYA_AUTH_URL", URI.create("http://127.0.0.1:8081")),
        settings.url("ODDIYA_PLAN_URL", URI.create("http://127.0.0.1:8083")),
        settings.url("ODDIYA_VIDEO_URL", URI.create("http://127.0.0.1:8085")));
  }

  static PostgresConfig database(Settings settings) {
    return new PostgresConfig(
        databaseUrl(settings),
        settings.text("ODDIYA_USER_DATABASE_USER", "user_service"),
        settings.text("ODDIYA_USER_DATABASE_PASSWORD"),
        settings.number("ODDIYA_USER_DATABASE_POOL", 4, 1, 100),
        PostgresConfig.Schema.USER,
        settings.parsedOr(
            "ODDIYA_MIGRATIONS",
            PostgresConfig.Migrations::of,
            PostgresConfig.Migrations.AT_START));
  }

  private static String databaseUrl(Settings settings) {
    String usual = "jdbc:postgresql://127.0.0.1:5432/oddiya";
    String url = settings.text("ODDIYA_DATABASE_URL", usual);
    if (url.startsWith("jdbc:postgresql:")) {
      return url;
    }
    settings.problem("ODDIYA_DATABASE_URL", "must begin with jdbc:postgresql:");
    return usual;
  }

  private static AwsConfig aws(Settings settings) {
    return new AwsConfig(
        settings.text("ODDIYA_AWS_REGION", "ap-northeast-2"),
        keys(settings),
        Optional.empty(),
        Optional.empty(),
        settings.optionalUrl("ODDIYA_SNS_ENDPOINT"));
  }

  /// Both halves or neither.
  private static Optional<AwsConfig.Keys> keys(Settings settings) {
    String id = "ODDIYA_AWS_ACCESS_KEY_ID";
    String secret = "ODDIYA_AWS_SECRET_ACCESS_KEY";
    if (settings.optional(id).isEmpty() && settings.optional(secret).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new AwsConfig.Keys(settings.text(id), settings.text(secret)));
  }

  private static IdentityAwsConfig push(Settings settings) {
    return new IdentityAwsConfig(
        settings.text("ODDIYA_SNS_APNS_ARN"), settings.text("ODDIYA_SNS_FCM_ARN"));
  }
}
