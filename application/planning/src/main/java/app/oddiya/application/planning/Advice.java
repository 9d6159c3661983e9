package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Choices;
import app.oddiya.domain.planning.agent.Draft;

/// What came of asking a model.
sealed interface Advice {

  /// @param draft timed and checked, with at least one stop that the model picked
  record Taken(Choices choices, Draft draft) implements Advice {

    /// A place with a lower score is there in spite of the model.
    private static final int PICKED = 50;

    /// How many stops are there because the model wanted them.
    int picked() {
      return (int)
          draft.stops().stream()
              .flatMap(stop -> choices.of(stop.placeId()).stream())
              .filter(choice -> choice.score() >= PICKED)
              .count();
    }
  }

  record None(Absence why) implements Advice {}
}
