package app.oddiya.apps.auth;

import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Service;
import app.oddiya.adapters.web.Settings;
import java.util.Map;

/// Starts the auth service.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Service.main(Main::start);
  }

  public static RunningService start(Map<String, String> environment) {
    Config config = Settings.read(environment, Config::from);
    AuthComponent auth = DaggerAuthComponent.factory().create(config);
    return Service.of(config.web())
        .routes(auth.routes())
        .readyWhen("session store", auth.sessionStore().ready())
        .closing(auth.sessionStore().close()::run)
        .closing(auth.siblings())
        .start();
  }
}
