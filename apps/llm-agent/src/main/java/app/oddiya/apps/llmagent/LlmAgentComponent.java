package app.oddiya.apps.llmagent;

import app.oddiya.adapters.http.ProviderClients;
import app.oddiya.adapters.redis.CacheConfig;
import app.oddiya.adapters.redis.CacheLife;
import app.oddiya.adapters.redis.planning.PlanningCacheModule;
import app.oddiya.adapters.redis.planning.ProviderCaches;
import app.oddiya.adapters.traveldata.planning.ExchangeRateApiModule;
import app.oddiya.adapters.traveldata.planning.KakaoMobilityModule;
import app.oddiya.adapters.traveldata.planning.KakaoModule;
import app.oddiya.adapters.traveldata.planning.MergedPlacesModule;
import app.oddiya.adapters.traveldata.planning.OpenWeatherMapModule;
import app.oddiya.adapters.traveldata.planning.TourModule;
import app.oddiya.adapters.traveldata.planning.TravelDataModule;
import app.oddiya.adapters.traveldata.planning.WithoutKeysModule;
import app.oddiya.adapters.web.Routes;
import app.oddiya.application.planning.CheckPlan;
import app.oddiya.application.planning.DraftPlan;
import app.oddiya.application.planning.DraftPlanWithModel;
import app.oddiya.application.planning.Effort;
import app.oddiya.application.planning.RevisePlan;
import app.oddiya.domain.planning.agent.ChoiceCache;
import app.oddiya.domain.planning.agent.ExchangeRates;
import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.planning.agent.PlanReviser;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.agent.Weather;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.PlaceSearch;
import app.oddiya.domain.planning.place.Places;
import app.oddiya.domain.planning.routing.TravelTimes;
import dagger.Binds;
import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/// The parts of llm-agent, put together.
@Singleton
@Component(
    modules = {
      LlmAgentComponent.Settled.class,
      LlmAgentComponent.Providers.class,
      PlanningCacheModule.class,
      LlmAgentComponent.Parts.class
    })
interface LlmAgentComponent {

  Routes routes();

  PlanWriter writer();

  PlanChecker checker();

  PlanReviser reviser();

  PlaceSearch search();

  CacheLife cache();

  ProviderClients providers();

  DraftMeters meters();

  /// Empty where the optimizer alone drafts.
  Optional<ModelComponent> model();

  @Component.Factory
  interface Factory {
    LlmAgentComponent create(@BindsInstance Config config);
  }

  /// What the environment has settled.
  @Module
  interface Settled {

    @Provides
    static InstantSource clock() {
      return InstantSource.system();
    }

    @Provides
    static CacheConfig cache(Config config) {
      return config.cache();
    }
  }

  /// Those who are asked, as far as there is a key for them.
  @Module
  interface Providers {

    @Provides
    @Singleton
    static ProviderClients clients(InstantSource clock) {
      return new ProviderClients(clock);
    }

    @Provides
    @Singleton
    static Holidays holidays() {
      return TravelDataModule.holidays();
    }

    /// Each has its own cache, so that nobody keeps for a day what lacks the answer of another.
    @Provides
    @Singleton
    static Places places(
        Config config, ProviderClients clients, ProviderCaches caches, InstantSource clock) {
      Places catalogue = TravelDataModule.places();
      if (config.places().isEmpty()) {
        return catalogue;
      }
      SequencedMap<String, Places> all = new LinkedHashMap<>();
      for (PlaceProvider each : config.places()) {
        switch (each) {
          case PlaceProvider.Tour(var provider) ->
              all.put(TourModule.PROVIDER, TourModule.places(provider, clients, clock));
          case PlaceProvider.Kakao(var provider) ->
              all.put(KakaoModule.PROVIDER, KakaoModule.places(provider, clients, clock));
        }
      }
      all.replaceAll(caches.places());
      all.putFirst(TravelDataModule.PROVIDER, catalogue);
      return MergedPlacesModule.places(all, clock);
    }

    @Provides
    @Singleton
    static TravelTimes travelTimes(Config config, ProviderClients clients, InstantSource clock) {
      return switch (config.ways()) {
        case Ways.Estimated _ -> TravelDataModule.travelTimes();
        case Ways.KakaoMobility(var provider) ->
            KakaoMobilityModule.travelTimes(provider, clients, clock);
      };
    }

    @Provides
    @Singleton
    static Weather weather(
        Config config, ProviderClients clients, ProviderCaches caches, InstantSource clock) {
      return switch (config.forecasts()) {
        case Forecasts.None _ -> WithoutKeysModule.weather();
        case Forecasts.OpenWeatherMap(var provider) ->
            caches.weather().apply(OpenWeatherMapModule.weather(provider, clients, clock));
      };
    }

    @Provides
    @Singleton
    static ExchangeRates exchangeRates(
        Config config, ProviderClients clients, ProviderCaches caches) {
      return switch (config.rates()) {
        case Rates.None _ -> WithoutKeysModule.exchangeRates();
        case Rates.ExchangeRateApi(var provider) ->
            caches.rates().apply(ExchangeRateApiModule.exchangeRates(provider, clients));
      };
    }
  }

  @Module
  interface Parts {

    @Provides
    @Singleton
    static DraftMeters meters() {
      return new DraftMeters();
    }

    @Provides
    @Singleton
    static Optional<ModelComponent> model(
        Config config, ChoiceCache cache, DraftMeters meters, InstantSource clock) {
      return switch (config.drafting()) {
        case Drafting.ByOptimizer _ -> Optional.empty();
        case Drafting.WithModel with ->
            Optional.of(DaggerModelComponent.factory().create(with, cache, meters, clock));
      };
    }

    @Provides
    static PlanWriter writer(
        Places places,
        Holidays holidays,
        TravelTimes travelTimes,
        Weather weather,
        ExchangeRates rates,
        Optional<ModelComponent> model,
        InstantSource clock) {
      return model
          .<PlanWriter>map(
              it ->
                  new DraftPlanWithModel(
                      places,
                      holidays,
                      travelTimes,
                      weather,
                      rates,
                      it.access(),
                      clock,
                      UUID::randomUUID,
                      Effort.USUAL))
          .orElseGet(
              () ->
                  new DraftPlan(
                      places,
                      holidays,
                      travelTimes,
                      weather,
                      rates,
                      clock,
                      UUID::randomUUID,
                      Effort.USUAL));
    }

    @Provides
    static PlanChecker checker(
        Places places,
        Holidays holidays,
        TravelTimes travelTimes,
        Weather weather,
        ExchangeRates rates,
        InstantSource clock) {
      return new CheckPlan(places, holidays, travelTimes, weather, rates, clock, UUID::randomUUID);
    }

    @Provides
    static PlanReviser reviser(
        PlanChecker checker,
        Places places,
        Holidays holidays,
        TravelTimes travelTimes,
        InstantSource clock) {
      return new RevisePlan(checker, places, holidays, travelTimes, clock);
    }

    @Binds
    PlaceSearch search(Places places);

    @Provides
    static Routes routes(
        PlanWriter writer,
        DraftMeters meters,
        PlanChecker checker,
        PlanReviser reviser,
        PlaceSearch places) {
      return new GenerationRoute(writer, meters)
          .all()
          .and(new CheckRoute(checker).all())
          .and(new RevisionRoute(reviser).all())
          .and(new PlacesRoute(places).all());
    }
  }
}
