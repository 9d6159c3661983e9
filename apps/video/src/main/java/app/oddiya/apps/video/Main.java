package app.oddiya.apps.video;

import app.oddiya.adapters.postgres.PostgresModule;
import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Service;
import app.oddiya.adapters.web.Settings;
import java.util.Map;

/// Starts the video service; with `migrate` as its only argument it migrates its schema instead.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Service.main(args, Main::start, Main::migrate);
  }

  /// Brings the schema up to date; asks nothing of the environment but where it is.
  static void migrate(Map<String, String> environment) {
    PostgresModule.migrate(Settings.read(environment, Config::database));
  }

  public static RunningService start(Map<String, String> environment) {
    Config config = Settings.read(environment, Config::from);
    VideoComponent video = DaggerVideoComponent.factory().create(config);
    return Service.of(config.web())
        .routes(video.routes())
        .refusingDeleted(video.tombstones()::isDeleted)
        .measuring(video.database().meters())
        .measuring(video.aws().meters())
        .readyWhen("database", video.database().ready())
        .closing(video.database().close()::run)
        .closing(video.aws().close()::run)
        .closing(video.siblings())
        .closing(video.relay())
        .closing(video.sweeper())
        .closing(video.leftovers())
        .start();
  }
}
