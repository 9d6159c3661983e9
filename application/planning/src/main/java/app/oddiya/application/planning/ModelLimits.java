package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Spending.Amount;
import java.time.Duration;

/// How much of a model one plan may take.
///
/// @param turns how often it is asked at most
/// @param repairs how many drafts of it may be refused before the optimizer goes on alone
/// @param outputTokens of one turn
/// @param perPlan money and tokens of all turns together
/// @param time for all turns together
/// @param reserve what is left of the deadline to the optimizer, whatever the model does
public record ModelLimits(
    int turns, int repairs, int outputTokens, Amount perPlan, Duration time, Duration reserve) {

  /// A plan takes one turn of some 12,000 tokens read and 1,500 written as a rule.
  public static final ModelLimits USUAL =
      new ModelLimits(
          6, 2, 3_000, new Amount(400_000, 120_000), Duration.ofSeconds(22), Duration.ofSeconds(4));

  public ModelLimits {
    if (turns < 1 || repairs < 0 || outputTokens < 1) {
      throw new IllegalArgumentException(
          "limits: %d turns, %d repairs, %d output tokens (expected: >= 1, >= 0, >= 1)"
              .formatted(turns, repairs, outputTokens));
    }
  }
}
