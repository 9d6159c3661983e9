package app.oddiya.apps.llmagent;

import app.oddiya.application.planning.ModelPrices;
import app.oddiya.domain.planning.agent.Model;
import app.oddiya.domain.planning.agent.ModelTurn;
import app.oddiya.domain.planning.agent.ModelTurn.Usage;
import app.oddiya.domain.planning.plan.PlanSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// What is counted of drafts: who wrote them, and what the model did and cost for it. A draft of
/// the optimizer while there is a model is one that the model has failed to give.
final class DraftMeters implements MeterBinder {

  private static final Duration[] BUCKETS = {
    Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(22)
  };

  private final CompositeMeterRegistry meters = new CompositeMeterRegistry();

  DraftMeters() {
    turn("ok");
    for (ModelTurn.Reason reason : ModelTurn.Reason.values()) {
      turn(text(reason));
    }
    for (String kind : List.of("input", "output", "cached", "cache_write")) {
      tokens(kind);
    }
    spent();
    for (PlanSource source : PlanSource.values()) {
      drafts(text(source));
    }
    drafts("infeasible");
  }

  void written(PlanSource source) {
    drafts(text(source)).increment();
  }

  void infeasible() {
    drafts("infeasible").increment();
  }

  /// A model whose turns are counted.
  Model counted(Model model, ModelPrices prices) {
    return (conversation, deadline) -> {
      long began = System.nanoTime();
      ModelTurn turn = model.converse(conversation, deadline);
      count(turn, System.nanoTime() - began, prices);
      return turn;
    };
  }

  private void count(ModelTurn turn, long nanos, ModelPrices prices) {
    String outcome =
        switch (turn) {
          case ModelTurn.Answered _ -> "ok";
          case ModelTurn.Failed(var reason, _) -> text(reason);
        };
    turn(outcome).record(nanos, TimeUnit.NANOSECONDS);
    Usage usage = turn.usage();
    tokens("input").increment(usage.inputTokens());
    tokens("output").increment(usage.outputTokens());
    tokens("cached").increment(usage.cachedTokens());
    tokens("cache_write").increment(usage.cacheWriteTokens());
    spent().increment(prices.of(usage).microUsd() / 1e6);
  }

  private Timer turn(String outcome) {
    return Timer.builder("model.turns")
        .description("Turns of a model")
        .tag("outcome", outcome)
        .serviceLevelObjectives(BUCKETS)
        .register(meters);
  }

  private Counter tokens(String kind) {
    return Counter.builder("model.tokens")
        .description("Tokens that the provider has counted")
        .tag("kind", kind)
        .register(meters);
  }

  private Counter spent() {
    return Counter.builder("model.spent.usd")
        .description("What turns have cost by the configured prices, in US dollars")
        .register(meters);
  }

  private Counter drafts(String by) {
    return Counter.builder("plan.drafts")
        .description("Drafts of plans, by who has chosen their stops")
        .tag("by", by)
        .register(meters);
  }

  private static String text(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    meters.add(registry);
  }
}
