package app.oddiya.apps.llmagent;

import app.oddiya.adapters.web.RunningService;
import app.oddiya.adapters.web.Service;
import app.oddiya.adapters.web.Settings;
import java.util.Map;

/// Starts llm-agent.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Service.main(Main::start);
  }

  public static RunningService start(Map<String, String> environment) {
    Config config = Settings.read(environment, Config::from);
    LlmAgentComponent agent = DaggerLlmAgentComponent.factory().create(config);
    Service service =
        Service.of(config.web())
            .routes(agent.routes())
            .measuring(agent.meters())
            .measuring(agent.cache().meters())
            .closing(agent.cache().close()::run)
            .closing(agent.providers());
    agent
        .model()
        .ifPresent(
            model ->
                service
                    .measuring(model.spendingStore().meters())
                    .measuring(model.aws().meters())
                    .closing(model.spendingStore().close()::run)
                    .closing(model.aws().close()::run));
    return service.start();
  }
}
