package app.oddiya.apps.videoworker;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.video.VideoAwsConfig;
import app.oddiya.adapters.ffmpeg.video.FfmpegConfig;
import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.services.video.UserServiceConfig;
import app.oddiya.adapters.web.Settings;
import app.oddiya.adapters.web.Web;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// What the video worker reads from its environment.
///
/// @param workFolder where photos and films lie while a film is made
/// @param internalKey file with the private key that its calls to siblings are signed with
record Config(
    Web web,
    PostgresConfig database,
    AwsConfig aws,
    VideoAwsConfig names,
    UserServiceConfig user,
    FfmpegConfig ffmpeg,
    Path workFolder,
    Path internalKey) {

  static Config from(Settings settings) {
    return new Config(
        Web.withoutCallers(settings, "video-worker", 8086),
        database(settings),
        aws(settings),
        names(settings),
        new UserServiceConfig(settings.url("ODDIYA_USER_URL", URI.create("http://127.0.0.1:8082"))),
        ffmpeg(settings),
        settings
            .optional("ODDIYA_VIDEO_WORKER_FOLDER")
            .map(Path::of)
            .orElse(Path.of(System.getProperty("java.io.tmpdir"), "oddiya-video-worker")),
        settings.file("ODDIYA_VIDEO_WORKER_INTERNAL_KEY"));
  }

  /// The video service's schema; both are one business.
  private static PostgresConfig database(Settings settings) {
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
        settings.optionalUrl("ODDIYA_SNS_ENDPOINT"));
  }

  private static VideoAwsConfig names(Settings settings) {
    return new VideoAwsConfig(
        settings.text("ODDIYA_BUCKET", "oddiya-media"),
        settings.text("ODDIYA_VIDEO_QUEUE", "oddiya-video-jobs"),
        settings.text("ODDIYA_EVENTS_TOPIC_ARN"));
  }

  private static FfmpegConfig ffmpeg(Settings settings) {
    return new FfmpegConfig(
        settings.optional("ODDIYA_FFMPEG").map(Path::of),
        settings
            .optional("ODDIYA_VIDEO_WORKER_CACHE")
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".cache", "oddiya")));
  }
}
