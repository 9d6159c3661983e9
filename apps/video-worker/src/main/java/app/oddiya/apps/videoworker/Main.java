package app.oddiya.apps.videoworker;

import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Service;
import app.oddiya.adapters.web.Settings;
import java.util.Map;

/// Starts the video worker.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Service.main(Main::start);
  }

  public static RunningService start(Map<String, String> environment) {
    Config config = Settings.read(environment, Config::from);
    WorkerComponent worker = DaggerWorkerComponent.factory().create(config);
    return Service.of(config.web())
        .measuring(worker.database().meters())
        .measuring(worker.aws().meters())
        .measuring(worker.backlog())
        .readyWhen("database", worker.database().ready())
        .closing(worker.database().close()::run)
        .closing(worker.aws().close()::run)
        .closing(worker.siblings())
        .closing(worker.pulse())
        .closing(worker.loops())
        .start();
  }
}
