package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.ModelTurn.Usage;
import app.oddiya.domain.planning.agent.Spending.Amount;

/// What a model costs, in millionths of a US dollar for a million tokens.
///
/// @param input read anew
/// @param cached read from the provider's cache of prompts
/// @param cacheWrite written to that cache
public record ModelPrices(long input, long output, long cached, long cacheWrite) {

  private static final long MILLION = 1_000_000;

  public ModelPrices {
    if (input < 0 || output < 0 || cached < 0 || cacheWrite < 0) {
      throw new IllegalArgumentException(
          "prices: %d, %d, %d, %d (expected: >= 0)".formatted(input, output, cached, cacheWrite));
    }
  }

  /// What a turn has cost.
  public Amount of(Usage usage) {
    return amount(
        input * usage.inputTokens()
            + output * usage.outputTokens()
            + cached * usage.cachedTokens()
            + cacheWrite * usage.cacheWriteTokens(),
        usage.tokens());
  }

  /// The most that a turn can cost: nothing of it is in the cache yet.
  Amount most(long inputTokens, long outputTokens) {
    return amount(
        Math.max(input, cacheWrite) * inputTokens + output * outputTokens,
        inputTokens + outputTokens);
  }

  /// Rounded up: a cap is not to be softened by fractions.
  private static Amount amount(long millionths, long tokens) {
    return new Amount(Math.ceilDiv(millionths, MILLION), tokens);
  }
}
