package app.oddiya.apps.stores.bedrock;

import java.util.List;

/// What the server does with a request that is as it should be.
public sealed interface Said {

  /// A whole turn.
  ///
  /// @param stopReason `end_turn`, `tool_use`, `max_tokens`, `guardrail_intervened` ...
  record Turn(List<Block> blocks, String stopReason, Tokens tokens) implements Said {

    public Turn {
      blocks = List.copyOf(blocks);
    }

    /// The same, ended for another reason.
    public Turn ended(String reason) {
      return new Turn(blocks, reason, tokens);
    }

    public Turn costing(Tokens other) {
      return new Turn(blocks, stopReason, other);
    }
  }

  /// No turn but an error, as AWS documents them.
  ///
  /// @param type `ThrottlingException`
  record Refusal(int status, String type, String message) implements Said {}

  /// An answer that goes wrong on its way.
  record Broken(Turn turn, How how) implements Said {}

  /// What goes wrong.
  enum How {
    /// The request is read and nothing is ever answered.
    SILENT,
    /// Half of it comes and nothing after that, while the connection stays.
    HANGS_HALFWAY,
    /// Half of it comes, then the connection is closed; in a stream in the middle of a frame.
    CUT_HALFWAY,
    /// It ends properly after a half, between two frames; in JSON the same as cut.
    STOPS_HALFWAY,
    /// A frame's checksum is wrong; JSON has none, and is broken instead.
    BAD_CHECKSUM,
    /// Half of it comes, then the model's provider says by an event that it is overloaded; in JSON
    /// an error is one from the start.
    THROTTLED_HALFWAY,
    /// A proxy's idea of an answer: status 200 and a page in HTML.
    NONSENSE,
    /// An object, or events, with nothing in them that belongs there.
    EMPTY,
    /// A call of a tool that has no id, no name and no arguments.
    NAMELESS,
    /// Byte after byte, with a pause before each.
    TRICKLE,
    /// Blanks, or text, without end.
    ENDLESS
  }

  /// @param input not counting what was read from the cache or written to it
  record Tokens(int input, int output, int cacheRead, int cacheWrite) {

    static final Tokens SOME = new Tokens(900, 120, 0, 0);
  }

  /// A turn that asks for tools.
  static Turn calls(Block... blocks) {
    return new Turn(List.of(blocks), "tool_use", Tokens.SOME);
  }

  /// A turn of words alone.
  static Turn words(String text) {
    return new Turn(List.of(Block.text(text)), "end_turn", Tokens.SOME);
  }

  static Said throttled() {
    return new Refusal(429, "ThrottlingException", "Too many requests, please wait.");
  }

  static Said overloaded() {
    return new Refusal(503, "ServiceUnavailableException", "Bedrock is unable to process it.");
  }

  static Said failing() {
    return new Refusal(500, "InternalServerException", "The system encountered an error.");
  }

  static Said modelTimedOut() {
    return new Refusal(408, "ModelTimeoutException", "The model took too long.");
  }

  static Said forbidden() {
    return new Refusal(403, "AccessDeniedException", "You don't have access to the model.");
  }

  static Said notFound() {
    return new Refusal(404, "ResourceNotFoundException", "No such model.");
  }
}
