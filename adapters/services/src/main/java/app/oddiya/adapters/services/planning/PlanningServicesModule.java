package app.oddiya.adapters.services.planning;

import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.domain.planning.agent.PlanWriter;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;

/// The ports of the planning side that a sibling service serves. The app binds [ServiceClients]
/// that sign, and an [LlmAgentConfig].
@Module
public interface PlanningServicesModule {

  @Provides
  @Singleton
  static PlanWriter planWriter(ServiceClients clients, LlmAgentConfig config) {
    return new HttpPlanWriter(clients.to("llm-agent", config.url()));
  }
}
