package app.oddiya.apps.user;

import app.oddiya.adapters.postgres.PostgresModule;
import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Service;
import app.oddiya.adapters.web.Settings;
import java.util.Map;

/// Starts the user service; with `migrate` as its only argument it migrates its schema instead.
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
    UserComponent user = DaggerUserComponent.factory().create(config);
    return Service.of(config.web())
        .routes(user.routes())
        .refusingDeleted(user.tombstones()::isDeleted)
        .measuring(
            "account.deletions.open",
            "Deletions that are not done everywhere",
            user.deletionRound()::open)
        .measuring(
            "account.deletions.oldest.seconds",
            "Age of the oldest of them; an hour is too long",
            user.deletionRound()::oldestSeconds)
        .measuring(user.database().meters())
        .measuring(user.aws().meters())
        .readyWhen("database", user.database().ready())
        .closing(user.database().close()::run)
        .closing(user.aws().close()::run)
        .closing(user.siblings())
        .closing(user.tombstoneKeeper())
        .closing(user.pruner())
        .closing(user.deletions())
        .start();
  }
}
