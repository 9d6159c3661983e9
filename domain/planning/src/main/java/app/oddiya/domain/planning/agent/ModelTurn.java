package app.oddiya.domain.planning.agent;

/// What a model made of its turn.
public sealed interface ModelTurn {

  /// What it took, as the provider counts; all 0 where the provider has not said.
  Usage usage();

  /// @param message with at least one call, else it has nothing more to say
  record Answered(Conversation.Message.Models message, Usage usage) implements ModelTurn {}

  /// There is no answer that could be used.
  record Failed(Reason reason, Usage usage) implements ModelTurn {}

  /// Why there is none.
  enum Reason {
    /// Too many requests or tokens at the provider; tried again as long as the deadline allowed.
    THROTTLED,
    /// The deadline came first.
    TOO_LATE,
    /// The provider is down, unreachable or refuses us.
    UNAVAILABLE,
    /// The answer ended before it was whole: the limit of tokens, or a broken stream.
    CUT_OFF,
    /// The provider held it back, for its content.
    WITHHELD,
    /// Not what the protocol says an answer looks like.
    NONSENSE
  }

  /// @param inputTokens read anew
  /// @param cachedTokens read from the provider's cache of prompts
  /// @param cacheWriteTokens written to that cache
  record Usage(int inputTokens, int outputTokens, int cachedTokens, int cacheWriteTokens) {

    public static final Usage NONE = new Usage(0, 0, 0, 0);

    public Usage plus(Usage other) {
      return new Usage(
          inputTokens + other.inputTokens,
          outputTokens + other.outputTokens,
          cachedTokens + other.cachedTokens,
          cacheWriteTokens + other.cacheWriteTokens);
    }

    public int tokens() {
      return inputTokens + outputTokens + cachedTokens + cacheWriteTokens;
    }
  }
}
