package app.oddiya.application.planning;

import app.oddiya.domain.planning.agent.Conversation;
import app.oddiya.domain.planning.agent.Conversation.Message;
import app.oddiya.domain.planning.agent.Conversation.ToolResult;
import app.oddiya.domain.planning.agent.ModelTurn;
import app.oddiya.domain.planning.agent.ToolCall;
import app.oddiya.domain.shared.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One conversation with a model about one wish.
///
/// It may look things up, then submits a draft. One that does not hold is sent back with what is
/// wrong about it, a few times; then, or when the model fails or has had its share, what holds of
/// its last draft is taken and the optimizer fills the rest.
final class Consultation {

  private static final String SUBMIT_DRAFT = "submit_draft";

  /// What one turn may ask for. More is a model that has lost its way.
  private static final int MOST_CALLS = 8;

  private final ModelAccess access;
  private final Meter meter;
  private final ReadTools tools;
  private final Judge judge;
  private final Deadline deadline;
  private Optional<Advice.Taken> best = Optional.empty();
  private int refused;

  /// @param deadline when the model is left alone
  Consultation(ModelAccess access, Meter meter, ReadTools tools, Judge judge, Deadline deadline) {
    this.access = access;
    this.meter = meter;
    this.tools = tools;
    this.judge = judge;
    this.deadline = deadline;
  }

  /// @throws app.oddiya.domain.shared.Unavailable if the thread is interrupted: nobody waits for an
  ///     answer any more
  Advice hold(String opening) {
    Conversation conversation =
        new Conversation(
            Brief.INSTRUCTIONS, List.of(new Message.Ours(opening)), access.limits().outputTokens());
    while (true) {
      Optional<Absence> denied = meter.begin(conversation, deadline);
      if (denied.isPresent()) {
        return orBest(denied.get());
      }
      ModelTurn turn = access.model().converse(conversation, deadline);
      meter.end(turn, deadline);
      switch (turn) {
        case ModelTurn.Failed(var reason, _) -> {
          return orBest(Absence.of(reason));
        }
        case ModelTurn.Answered(var said, _) -> {
          Reply reply = reply(said);
          if (reply.settled() || refused > access.limits().repairs()) {
            return orBest(Absence.UNUSABLE);
          }
          conversation = conversation.and(said).and(reply.message());
        }
      }
    }
  }

  /// @param settled whether a draft holds as it is
  private record Reply(Message message, boolean settled) {}

  private Reply reply(Message.Models said) {
    if (said.calls().isEmpty()) {
      refused++;
      return new Reply(
          new Message.Ours("Nothing has been submitted. Call " + SUBMIT_DRAFT + " now."), false);
    }
    List<ToolResult> results = new ArrayList<>();
    boolean settled = false;
    for (ToolCall call : said.calls()) {
      ToolResult result =
          results.size() < MOST_CALLS
              ? result(call)
              : failed(call, "At most " + MOST_CALLS + " calls at a time.");
      settled |= call instanceof ToolCall.SubmitDraft && !result.failed();
      results.add(result);
    }
    return new Reply(new Message.Results(results), settled);
  }

  private ToolResult result(ToolCall call) {
    return switch (call) {
      case ToolCall.SearchPlaces search -> tools.search(search, deadline);
      case ToolCall.GetWeather weather -> tools.weather(weather);
      case ToolCall.ConvertCurrency convert -> tools.convert(convert, deadline);
      case ToolCall.SubmitDraft draft -> result(draft);
      case ToolCall.Malformed malformed -> {
        refused += malformed.tool().equals(SUBMIT_DRAFT) ? 1 : 0;
        yield failed(malformed, malformed.problem());
      }
    };
  }

  private ToolResult result(ToolCall.SubmitDraft draft) {
    Judge.Judgement judgement = judge.judge(draft.picks());
    best = judgement.advice().or(() -> best);
    if (judgement.problems().isEmpty()) {
      return new ToolResult(draft.id(), "Thank you.", false);
    }
    refused++;
    return failed(draft, String.join("\n", judgement.problems()));
  }

  private Advice orBest(Absence why) {
    return best.<Advice>map(it -> it).orElseGet(() -> new Advice.None(why));
  }

  private static ToolResult failed(ToolCall call, String why) {
    return new ToolResult(call.id(), why, true);
  }
}
