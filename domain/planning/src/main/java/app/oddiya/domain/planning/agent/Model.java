package app.oddiya.domain.planning.agent;

import app.oddiya.domain.shared.Deadline;

/// A language model that may call the [tools][ToolCall] it is told of. It knows nothing and does
/// nothing: what it says is an opinion, to be checked.
public interface Model {

  /// One turn of a conversation, whole.
  ///
  /// @param deadline the model is left alone at it, and [ModelTurn.Failed] says so
  /// @return never throws for what a model or its provider does: each of that is a turn of its own.
  ///     Interrupting the thread ends the call at once with [app.oddiya.domain.shared.Unavailable]
  ModelTurn converse(Conversation conversation, Deadline deadline);
}
