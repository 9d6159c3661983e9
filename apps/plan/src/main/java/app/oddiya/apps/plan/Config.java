package app.oddiya.apps.plan;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.services.planning.LlmAgentConfig;
import app.oddiya.adapters.services.planning.UserServiceConfig;
import app.oddiya.adapters.web.Settings;
import app.oddiya.adapters.web.Web;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// What the plan service reads from its environment.
///
/// @param publicUrl at which the gateway is reached from outside
/// @param internalKey file with the private key that its calls to siblings are signed with
record Config(
    Web web,
    PostgresConfig database,
    LlmAgentConfig llmAgent,
    UserServiceConfig user,
    AwsConfig aws,
    URI publicUrl,
    Path internalKey) {

  static Config from(Settings settings) {
    return new Config(
        Web.from(settings, "plan", 8083),
        database(settings),
        new LlmAgentConfig(
            settings.url("ODDIYA_LLM_AGENT_URL", URI.create("http://127.0.0.1:8084"))),
        new UserServiceConfig(settings.url("ODDIYA_USER_URL", URI.create("http://127.0.0.1:8082"))),
        aws(settings),
        settings.url("ODDIYA_PUBLIC_URL", URI.create("http://localhost:8080")),
        settings.file("ODDIYA_PLAN_INTERNAL_KEY"));
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

  static PostgresConfig database(Settings settings) {
    return new PostgresConfig(
        settings.text("ODDIYA_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5432/oddiya"),
        settings.text("ODDIYA_PLAN_DATABASE_USER", "plan_service"),
        settings.text("ODDIYA_PLAN_DATABASE_PASSWORD"),
        settings.number("ODDIYA_PLAN_DATABASE_POOL", 4, 1, 100),
        PostgresConfig.Schema.PLAN,
        settings.parsedOr(
            "ODDIYA_MIGRATIONS",
            PostgresConfig.Migrations::of,
            PostgresConfig.Migrations.AT_START));
  }
}
