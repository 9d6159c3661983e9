package app.oddiya.apps.video;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.video.VideoAwsConfig;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.services.video.PlanServiceConfig;
import app.oddiya.adapters.web.Settings;
import app.oddiya.adapters.web.Web;
import app.oddiya.domain.video.job.Quota;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// What the video service reads from its environment.
///
/// @param internalKey file with the private key that its calls to siblings are signed with
record Config(
    Web web,
    PostgresConfig database,
    AwsConfig aws,
    VideoAwsConfig names,
    PlanServiceConfig plan,
    Quota quota,
    Path internalKey) {

  private static final long MEGABYTE = 1_000_000;

  static Config from(Settings settings) {
    return new Config(
        Web.from(settings, "video", 8085),
        database(settings),
        aws(settings),
        names(settings),
        new PlanServiceConfig(settings.url("ODDIYA_PLAN_URL", URI.create("http://127.0.0.1:8083"))),
        quota(settings),
        settings.file("ODDIYA_VIDEO_INTERNAL_KEY"));
  }

  private static Quota quota(Settings settings) {
    return new Quota(
        settings.number("ODDIYA_VIDEO_JOBS_AT_ONCE", 10, 1, 1_000_000),
        settings.number("ODDIYA_VIDEO_MEGABYTES_A_DAY", 10_000, 1, 1_000_000_000) * MEGABYTE);
  }

  static PostgresConfig database(Settings settings) {
    return new PostgresConfig(
        settings.text("ODDIYA_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5432/oddiya"),
        settings.text("ODDIYA_VIDEO_DATABASE_USER", "video_service"),
        settings.text("ODDIYA_VIDEO_DATABASE_PASSWORD"),
        settings.number("ODDIYA_VIDEO_DATABASE_POOL", 4, 1, 100),
        PostgresConfig.Schema.VIDEO,
        settings.parsedOr(
            "ODDIYA_MIGRATIONS",
            PostgresConfig.Migrations::of,
            PostgresConfig.Migrations.AT_START));
  }

  private static AwsConfig aws(Settings settings) {
    Optional<AwsConfig.Keys> keys =
        settings
            .optional("ODDIYA_AWS_ACCESS_KEY_ID")
            .map(id -> new AwsConfig.Keys(id, settings.text("ODDIYA_AWS_SECRET_ACCESS_KEY")));
    return new AwsConfig(
        settings.text("ODDIYA_AWS_REGION", "ap-northeast-2"),
        keys,
        settings.optionalUrl("ODDIYA_S3_ENDPOINT"),
        settings.optionalUrl("ODDIYA_SQS_ENDPOINT"),
        Optional.empty());
  }

  /// Without a topic: news of films is the worker's to tell.
  private static VideoAwsConfig names(Settings settings) {
    return new VideoAwsConfig(
        settings.text("ODDIYA_BUCKET", "oddiya-media"),
        settings.text("ODDIYA_VIDEO_QUEUE", "oddiya-video-jobs"),
        "");
  }
}
