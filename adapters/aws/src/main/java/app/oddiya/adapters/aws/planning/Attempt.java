package app.oddiya.adapters.aws.planning;

import app.oddiya.domain.planning.agent.ModelTurn;
import app.oddiya.domain.planning.agent.ModelTurn.Failed;
import app.oddiya.domain.planning.agent.ModelTurn.Reason;
import app.oddiya.domain.planning.agent.ModelTurn.Usage;

/// What came of asking a model once.
sealed interface Attempt {

  /// That is the answer, good or bad: asking again would not change it.
  record Final(ModelTurn turn) implements Attempt {}

  /// It was not let in, or nobody was there: nothing was made, so nothing is paid.
  record Refused(Reason reason) implements Attempt {}

  /// An answer was being made, or may have been, and did not get here whole.
  ///
  /// @param usage what is known of its price
  record Lost(Reason reason, Usage usage) implements Attempt {}

  static Attempt failed(Reason reason) {
    return new Final(new Failed(reason, Usage.NONE));
  }
}
