package app.oddiya.apps.auth;

import app.oddiya.adapters.http.KeyFile;
import app.oddiya.adapters.web.BackgroundLoop;
import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Service;
import app.oddiya.adapters.web.Settings;
import java.time.Duration;
import java.util.Map;

/// Starts the auth service.
public final class Main {

  private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);

  private Main() {}

  public static void main(String[] args) {
    Service.main(Main::start);
  }

  public static RunningService start(Map<String, String> environment) {
    Config config = Settings.read(environment, Config::from);
    AuthComponent auth = DaggerAuthComponent.factory().create(config);
    return Service.of(config.web())
        .routes(auth.routes())
        .closing(
            BackgroundLoop.start(
                "signing-keys",
                LONGEST_LOOK,
                () -> {
                  auth.signingKeys().look().run();
                  return KeyFile.BETWEEN_LOOKS;
                }))
        .readyWhen("session store", auth.sessionStore().ready())
        .measuring(auth.sessionStore().meters())
        .closing(auth.sessionStore().close()::run)
        .closing(auth.siblings())
        .start();
  }
}
