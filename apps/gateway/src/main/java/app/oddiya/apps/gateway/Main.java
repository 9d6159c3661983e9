package app.oddiya.apps.gateway;

import app.oddiya.adapters.proxy.Cors;
import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Service;
import app.oddiya.adapters.web.Settings;
import java.util.Map;

/// Starts the gateway.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Service.main(Main::start);
  }

  public static RunningService start(Map<String, String> environment) {
    Config config = Settings.read(environment, Config::from);
    GatewayComponent gateway = DaggerGatewayComponent.factory().create(config);
    Service service =
        Service.of(config.web())
            .limits(config.door().port())
            .routes(gateway.routes())
            .describedBy(gateway.api()::document)
            .ahead(new Cors(config.door().origins()))
            .ahead(gateway.proxy())
            .measuring(gateway.proxy())
            .measuring(gateway.cache().meters());
    config.webFolder().build().ifPresent(service::ahead);
    return service.closing(gateway.cache().close()::run).closing(gateway.clients()).start();
  }
}
