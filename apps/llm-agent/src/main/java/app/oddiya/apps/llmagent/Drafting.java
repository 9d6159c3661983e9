package app.oddiya.apps.llmagent;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.planning.BedrockConfig;
import app.oddiya.adapters.redis.RedisConfig;
import app.oddiya.adapters.web.Settings;
import app.oddiya.application.planning.ModelLimits;
import app.oddiya.application.planning.ModelPrices;
import app.oddiya.domain.planning.agent.Spending.Amount;
import app.oddiya.domain.planning.agent.Spending.Caps;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Who chooses the stops of a plan.
sealed interface Drafting {

  record ByOptimizer() implements Drafting {}

  /// @param spending where it is counted what models cost
  /// @param caps of a day
  record WithModel(
      AwsConfig aws,
      BedrockConfig bedrock,
      RedisConfig spending,
      Caps caps,
      ModelPrices prices,
      ModelLimits limits)
      implements Drafting {}

  /// A model needs a region in which to ask for it.
  ///
  /// @param spending where it is counted what models cost
  static Drafting from(Settings settings, RedisConfig spending) {
    return settings
        .optional("ODDIYA_BEDROCK_REGION")
        .<Drafting>map(region -> withModel(settings, region, spending))
        .orElseGet(ByOptimizer::new);
  }

  private static WithModel withModel(Settings settings, String region, RedisConfig spending) {
    return new WithModel(
        aws(settings, region),
        new BedrockConfig(
            region,
            settings.text("ODDIYA_BEDROCK_MODEL", "apac.anthropic.claude-sonnet-4-20250514-v1:0"),
            settings.optionalUrl("ODDIYA_BEDROCK_ENDPOINT"),
            isStreamed(settings),
            BedrockConfig.USUAL_FIRST_WORD),
        spending,
        new Caps(
            new Amount(
                cents(settings, "ODDIYA_LLM_AGENT_TRAVELLER_DAY_CENTS", 200),
                tokens(settings, "ODDIYA_LLM_AGENT_TRAVELLER_DAY_TOKENS", 1_000_000)),
            new Amount(
                cents(settings, "ODDIYA_LLM_AGENT_DAY_CENTS", 10_000),
                tokens(settings, "ODDIYA_LLM_AGENT_DAY_TOKENS", 50_000_000))),
        prices(settings),
        limits(settings));
  }

  private static AwsConfig aws(Settings settings, String region) {
    Optional<AwsConfig.Keys> keys =
        settings
            .optional("ODDIYA_AWS_ACCESS_KEY_ID")
            .map(id -> new AwsConfig.Keys(id, settings.text("ODDIYA_AWS_SECRET_ACCESS_KEY")));
    return new AwsConfig(region, keys, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static boolean isStreamed(Settings settings) {
    return settings
        .optional("ODDIYA_BEDROCK_STREAM")
        .map(
            text -> {
              if (!List.of("true", "false").contains(text)) {
                settings.problem("ODDIYA_BEDROCK_STREAM", "must be true or false");
              }
              return !text.equals("false");
            })
        .orElse(true);
  }

  /// Money in US cents, as the prices of models are in dollars everywhere.
  private static long cents(Settings settings, String name, int usual) {
    return settings.number(name, usual, 0, 100_000_000) * 10_000L;
  }

  private static long tokens(Settings settings, String name, int usual) {
    return settings.number(name, usual, 0, Integer.MAX_VALUE);
  }

  private static ModelLimits limits(Settings settings) {
    ModelLimits usual = ModelLimits.USUAL;
    return new ModelLimits(
        settings.number("ODDIYA_LLM_AGENT_MODEL_TURNS", usual.turns(), 1, 20),
        usual.repairs(),
        usual.outputTokens(),
        new Amount(
            cents(
                settings,
                "ODDIYA_LLM_AGENT_PLAN_CENTS",
                (int) (usual.perPlan().microUsd() / 10_000)),
            tokens(settings, "ODDIYA_LLM_AGENT_PLAN_TOKENS", (int) usual.perPlan().tokens())),
        settings.duration("ODDIYA_LLM_AGENT_MODEL_TIME", usual.time()),
        usual.reserve());
  }

  /// Those of Claude Sonnet unless others are named.
  private static ModelPrices prices(Settings settings) {
    String name = "ODDIYA_BEDROCK_PRICES";
    ModelPrices usual = prices("3,15,0.30,3.75");
    return settings.optional(name).isPresent()
        ? settings.parsed(name, Drafting::prices, usual)
        : usual;
  }

  private static ModelPrices prices(String text) {
    try {
      long[] prices =
          Arrays.stream(text.split(",", -1))
              .map(price -> new BigDecimal(price.strip()).movePointRight(6))
              .mapToLong(BigDecimal::longValueExact)
              .toArray();
      if (prices.length == 4) {
        return new ModelPrices(prices[0], prices[1], prices[2], prices[3]);
      }
    } catch (ArithmeticException | IllegalArgumentException e) {
      // Said below, together with another number of prices.
    }
    throw new IllegalArgumentException(
        "must be four prices in US dollars for a million tokens: input, output, read from the"
            + " cache, written to it");
  }
}
