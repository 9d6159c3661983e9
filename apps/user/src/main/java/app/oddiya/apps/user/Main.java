package app.oddiya.apps.user;

import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Service;
import app.oddiya.adapters.web.Settings;
import java.util.Map;

/// Starts the user service.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Service.main(Main::start);
  }

  public static RunningService start(Map<String, String> environment) {
    Config config = Settings.read(environment, Config::from);
    UserComponent user = DaggerUserComponent.factory().create(config);
    return Service.of(config.web())
        .routes(user.routes())
        .readyWhen("database", user.database().ready())
        .closing(user.database().close()::run)
        .closing(user.aws().close()::run)
        .start();
  }
}
