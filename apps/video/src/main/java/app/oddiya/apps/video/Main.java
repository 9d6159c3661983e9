package app.oddiya.apps.video;

import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Service;
import app.oddiya.adapters.web.Settings;
import java.util.Map;

/// Starts the video service.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Service.main(Main::start);
  }

  public static RunningService start(Map<String, String> environment) {
    Config config = Settings.read(environment, Config::from);
    VideoComponent video = DaggerVideoComponent.factory().create(config);
    return Service.of(config.web())
        .routes(video.routes())
        .refusingDeleted(video.tombstones()::isDeleted)
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
