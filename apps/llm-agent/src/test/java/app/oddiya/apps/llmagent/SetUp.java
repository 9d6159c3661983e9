package app.oddiya.apps.llmagent;

import app.oddiya.adapters.redis.CacheConfig;
import app.oddiya.adapters.redis.RedisConfig;
import app.oddiya.adapters.web.Web;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// llm-agent's parts, put together for a test.
final class SetUp implements AutoCloseable {

  private final LlmAgentComponent component;

  /// On the catalogue alone, with nobody else there, a cache neither.
  SetUp() {
    this(new Forecasts.None(), new Rates.None(), "redis://127.0.0.1:1");
  }

  /// @param cache of which every answer is waited for
  SetUp(Forecasts forecasts, Rates rates, String cache) {
    this(List.of(), new Ways.Estimated(), forecasts, rates, cache, new Drafting.ByOptimizer());
  }

  SetUp(Forecasts forecasts, Rates rates, String cache, Drafting drafting) {
    this(List.of(), new Ways.Estimated(), forecasts, rates, cache, drafting);
  }

  SetUp(List<PlaceProvider> places, Ways ways, Forecasts forecasts, Rates rates, String cache) {
    this(places, ways, forecasts, rates, cache, new Drafting.ByOptimizer());
  }

  SetUp(
      List<PlaceProvider> places,
      Ways ways,
      Forecasts forecasts,
      Rates rates,
      String cache,
      Drafting drafting) {
    URI nowhere = URI.create("http://missing.invalid");
    component =
        DaggerLlmAgentComponent.factory()
            .create(
                new Config(
                    new Web("llm-agent", "127.0.0.1", 0, 0, "memory", nowhere, Map::of),
                    places,
                    ways,
                    forecasts,
                    rates,
                    new CacheConfig(new RedisConfig(URI.create(cache)), Duration.ofSeconds(20)),
                    drafting));
  }

  LlmAgentComponent component() {
    return component;
  }

  @Override
  public void close() {
    component
        .model()
        .ifPresent(
            model -> {
              model.aws().close().run();
              model.spendingStore().close().run();
            });
    component.cache().close().run();
    component.providers().close();
  }
}
