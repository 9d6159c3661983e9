package app.oddiya.domain.planning.agent;

import java.util.ArrayList;
import java.util.List;

/// What has been said to a model and by it.
///
/// @param instructions the same for every request, so that a provider can keep what it has read of
///     them
/// @param messages from ours to ours, the model's between them
/// @param maxOutputTokens of the next turn
public record Conversation(String instructions, List<Message> messages, int maxOutputTokens) {

  public Conversation {
    messages = List.copyOf(messages);
  }

  /// The conversation with one more message.
  public Conversation and(Message message) {
    List<Message> more = new ArrayList<>(messages);
    more.add(message);
    return new Conversation(instructions, more, maxOutputTokens);
  }

  /// One message.
  public sealed interface Message {

    record Ours(String text) implements Message {}

    /// @param text what it said beside its calls; may be empty
    record Models(String text, List<ToolCall> calls) implements Message {
      public Models {
        calls = List.copyOf(calls);
      }
    }

    /// The answers to all calls of the message before.
    record Results(List<ToolResult> results) implements Message {
      public Results {
        results = List.copyOf(results);
      }
    }
  }

  /// @param callId of the [ToolCall] that it answers
  /// @param failed whether the call was refused
  public record ToolResult(String callId, String text, boolean failed) {}
}
