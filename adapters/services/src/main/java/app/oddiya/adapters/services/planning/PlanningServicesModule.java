package app.oddiya.adapters.services.planning;

import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.agent.PlanReviser;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.place.PlaceSearch;
import app.oddiya.domain.planning.plan.PlanPhones;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;

/// The ports of the planning side that sibling services serve. The app binds [ServiceClients] that
/// sign, and the address of each service whose port it uses.
@Module
public interface PlanningServicesModule {

  @Provides
  @Singleton
  static PlanWriter planWriter(ServiceClients clients, LlmAgentConfig config) {
    return new HttpPlanWriter(clients.to("llm-agent", config.url()));
  }

  @Provides
  @Singleton
  static PlanChecker planChecker(ServiceClients clients, LlmAgentConfig config) {
    return new HttpPlanChecker(clients.to("llm-agent", config.url()));
  }

  @Provides
  @Singleton
  static PlanReviser planReviser(ServiceClients clients, LlmAgentConfig config) {
    return new HttpPlanReviser(clients.to("llm-agent", config.url()));
  }

  @Provides
  @Singleton
  static PlaceSearch placeSearch(ServiceClients clients, LlmAgentConfig config) {
    return new HttpPlaceSearch(clients.to("llm-agent", config.url()));
  }

  @Provides
  @Singleton
  static PlanPhones planPhones(ServiceClients clients, UserServiceConfig config) {
    return new HttpPlanPhones(clients.to("user", config.url()));
  }
}
