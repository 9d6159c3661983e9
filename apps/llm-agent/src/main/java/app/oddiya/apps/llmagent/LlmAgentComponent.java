package app.oddiya.apps.llmagent;

import app.oddiya.adapters.traveldata.planning.TravelDataModule;
import app.oddiya.adapters.traveldata.planning.WithoutKeysModule;
import app.oddiya.adapters.web.Routes;
import app.oddiya.application.planning.DraftPlan;
import app.oddiya.application.planning.Effort;
import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.routing.TravelTimes;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;

/// The parts of llm-agent, put together.
@Singleton
@Component(
    modules = {TravelDataModule.class, WithoutKeysModule.class, LlmAgentComponent.Parts.class})
interface LlmAgentComponent {

  Routes routes();

  PlanWriter writer();

  @Module
  interface Parts {

    @Provides
    static PlanWriter writer(
        Places places,
        Holidays holidays,
        TravelTimes travelTimes,
        Weather weather,
        ExchangeRates rates) {
      return new DraftPlan(
          places,
          holidays,
          travelTimes,
          weather,
          rates,
          InstantSource.system(),
          UUID::randomUUID,
          Effort.USUAL);
    }

    @Provides
    static Routes routes(PlanWriter writer) {
      return new GenerationRoute(writer).all();
    }
  }
}
