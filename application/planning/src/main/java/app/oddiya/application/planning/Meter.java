package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Conversation;
import app.oddiya.domain.planning.agent.Conversation.Message;
import app.oddiya.domain.planning.agent.ModelTurn;
import app.oddiya.domain.planning.agent.ModelTurn.Usage;
import app.oddiya.domain.planning.agent.Spending;
import app.oddiya.domain.planning.agent.Spending.Amount;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/// Counts what one conversation takes of a model, and lets no turn begin that could go beyond what
/// a plan, a traveller or a day may take.
final class Meter {

  /// What the descriptions of the tools take, generously.
  private static final int TOOL_TOKENS = 2_000;

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final UserId traveller;
  private final ModelAccess access;
  private final InstantSource clock;
  private int turns;
  private Amount used = new Amount(0, 0);
  private Optional<Spending.Reservation> reservation = Optional.empty();

  Meter(UserId traveller, ModelAccess access, InstantSource clock) {
    this.traveller = traveller;
    this.access = access;
    this.clock = clock;
  }

  /// Sets aside what the next turn can take at most; says why not if it may not begin.
  Optional<Absence> begin(Conversation next, Deadline deadline) {
    if (deadline.isOver(clock)) {
      return Optional.of(Absence.LATE);
    }
    Amount most = access.prices().most(tokens(next), next.maxOutputTokens());
    Amount cap = access.limits().perPlan();
    if (turns >= access.limits().turns()
        || used.microUsd() + most.microUsd() > cap.microUsd()
        || used.tokens() + most.tokens() > cap.tokens()) {
      return Optional.of(Absence.CAPPED);
    }
    try {
      return switch (access
          .spending()
          .reserve(traveller, most, clock.instant(), deadline.atMost(PATIENCE, clock))) {
        case Spending.Grant.Exhausted() -> Optional.of(Absence.SPENT);
        case Spending.Grant.Reserved(var reserved) -> {
          turns++;
          reservation = Optional.of(reserved);
          yield Optional.empty();
        }
      };
    } catch (Unavailable notCounted) {
      return Optional.of(Absence.DOWN);
    }
  }

  /// Settles what a turn took. Where nobody says, as of an answer that was cut short, all that was
  /// set aside for it stays spent, which is on the safe side of every cap.
  void end(ModelTurn turn, Deadline deadline) {
    Optional<Spending.Reservation> ended = reservation;
    reservation = Optional.empty();
    if (isUncounted(turn)) {
      used = ended.map(it -> plus(used, it.amount())).orElse(used);
      return;
    }
    Amount amount = access.prices().of(turn.usage());
    used = plus(used, amount);
    try {
      ended.ifPresent(it -> access.spending().settle(it, amount, deadline.atMost(PATIENCE, clock)));
    } catch (Unavailable notCounted) {
      // Stays spent as well.
    }
  }

  private static boolean isUncounted(ModelTurn turn) {
    return turn.usage().equals(Usage.NONE)
        && switch (turn) {
          case ModelTurn.Answered _ -> true;
          case ModelTurn.Failed(var reason, _) ->
              switch (reason) {
                // Nothing was made, so nothing is paid.
                case THROTTLED, UNAVAILABLE -> false;
                case TOO_LATE, CUT_OFF, WITHHELD, NONSENSE -> true;
              };
        };
  }

  private static Amount plus(Amount one, Amount other) {
    return new Amount(one.microUsd() + other.microUsd(), one.tokens() + other.tokens());
  }

  /// More than it will be: a token is some three letters of English or half a syllable of Korean.
  private static long tokens(Conversation conversation) {
    return TOOL_TOKENS
        + Stream.concat(
                    Stream.of(conversation.instructions()),
                    conversation.messages().stream().flatMap(Meter::texts))
                .flatMapToInt(String::codePoints)
                .mapToLong(c -> c < 128 ? 1 : 4)
                .sum()
            / 2;
  }

  private static Stream<String> texts(Message message) {
    return switch (message) {
      case Message.Ours(var text) -> Stream.of(text);
      case Message.Models(var text, var calls) ->
          Stream.concat(Stream.of(text), calls.stream().map(Object::toString));
      case Message.Results(var results) -> results.stream().map(Conversation.ToolResult::text);
    };
  }
}
