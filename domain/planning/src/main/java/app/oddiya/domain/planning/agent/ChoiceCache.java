package app.oddiya.domain.planning.agent;

import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.shared.Deadline;
import java.time.Duration;

/// What a model chose for a wish like this one, kept for an hour, so that the same wish does not
/// cost twice; and of many who wish the same at once, in whatever process, one asks the model.
///
/// Two wishes are the same if their [PlanRequest#essence] is, whoever has them; a wish with notes
/// is to be kept out of here, as are choices made after a search of a person's own words.
///
/// A store that is down is as good as an empty one: nobody is told, everybody asks the model.
public interface ChoiceCache {

  /// How long choices are kept.
  Duration KEPT = Duration.ofHours(1);

  /// No turn lasts longer, however far away the deadline of the one who has it: a process that died
  /// on its turn holds nobody up for long.
  Duration LONGEST_TURN = Duration.ofMinutes(1);

  /// What is known for `wish`, or the turn to find out. Waits for somebody else's turn until half
  /// of what is left of the deadline has passed, or the thread is interrupted; then it is this
  /// one's turn as well. A turn is over with the deadline at the latest.
  Found find(PlanRequest wish, Deadline deadline);

  /// Keeps what came of a turn, late or not, and ends it.
  void keep(Turn turn, Choices choices);

  /// Ends a turn of which nothing came.
  void giveUp(Turn turn);

  /// @param token names the turn, so that nobody ends another's
  record Turn(PlanRequest wish, String token) {}

  /// What came of looking.
  sealed interface Found {

    record Known(Choices choices) implements Found {}

    record Yours(Turn turn) implements Found {}
  }
}
