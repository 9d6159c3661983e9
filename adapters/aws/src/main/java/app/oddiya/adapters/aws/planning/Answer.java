package app.oddiya.adapters.aws.planning;

import app.oddiya.adapters.aws.planning.Attempt.Final;
import app.oddiya.adapters.aws.planning.Attempt.Lost;
import app.oddiya.domain.planning.agent.Conversation;
import app.oddiya.domain.planning.agent.ModelTurn.Answered;
import app.oddiya.domain.planning.agent.ModelTurn.Failed;
import app.oddiya.domain.planning.agent.ModelTurn.Reason;
import app.oddiya.domain.planning.agent.ModelTurn.Usage;
import app.oddiya.domain.planning.agent.ToolCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDelta;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlockStart;

/// An answer, put together from one object or from many events. Written by one thread, and read
/// when the SDK has said that it is complete; whether it has begun may be asked at any time.
///
/// What a model thinks aloud is not asked for, and left out; so are kinds of block that are not
/// known here, which nothing can be done with. Nothing is thrown at a stream: the SDK would keep it
/// to itself.
final class Answer implements ConverseStreamResponseHandler.Visitor {

  private final SortedMap<Integer, StringBuilder> words = new TreeMap<>();
  private final SortedMap<Integer, Use> uses = new TreeMap<>();
  private volatile boolean begun;
  private @Nullable StopReason stopReason;
  private Usage usage = Usage.NONE;

  /// A call of which the arguments may still be coming. The SDK does not mind what is missing.
  private record Use(@Nullable String id, @Nullable String tool, StringBuilder arguments) {}

  ConverseStreamResponseHandler handler() {
    return ConverseStreamResponseHandler.builder().subscriber(this).build();
  }

  void whole(ConverseResponse response) {
    stopReason = response.stopReason();
    used(response.usage());
    if (response.output() == null || response.output().message() == null) {
      return;
    }
    begun = true;
    List<ContentBlock> content = response.output().message().content();
    for (int index = 0; index < content.size(); index++) {
      String text = content.get(index).text();
      ToolUseBlock use = content.get(index).toolUse();
      if (text != null) {
        word(index, text);
      }
      if (use != null) {
        String arguments = use.input() == null ? "" : Documents.json(use.input()).toString();
        uses.put(index, new Use(use.toolUseId(), use.name(), new StringBuilder(arguments)));
      }
    }
  }

  @Override
  public void visitMessageStart(MessageStartEvent event) {
    begun = true;
  }

  @Override
  public void visitContentBlockStart(ContentBlockStartEvent event) {
    ToolUseBlockStart use = event.start() == null ? null : event.start().toolUse();
    if (use != null) {
      uses.put(
          count(event.contentBlockIndex()),
          new Use(use.toolUseId(), use.name(), new StringBuilder()));
    }
  }

  @Override
  public void visitContentBlockDelta(ContentBlockDeltaEvent event) {
    int index = count(event.contentBlockIndex());
    ContentBlockDelta delta = event.delta();
    if (delta != null && delta.text() != null) {
      word(index, delta.text());
    }
    Use use = uses.get(index);
    if (delta != null && delta.toolUse() != null && use != null) {
      use.arguments().append(delta.toolUse().input());
    }
  }

  @Override
  public void visitMessageStop(MessageStopEvent event) {
    stopReason = event.stopReason();
  }

  @Override
  public void visitMetadata(ConverseStreamMetadataEvent event) {
    used(event.usage());
  }

  private void word(int index, String piece) {
    words.computeIfAbsent(index, _ -> new StringBuilder()).append(piece);
  }

  private void used(@Nullable TokenUsage tokens) {
    if (tokens != null) {
      usage =
          new Usage(
              count(tokens.inputTokens()),
              count(tokens.outputTokens()),
              count(tokens.cacheReadInputTokens()),
              count(tokens.cacheWriteInputTokens()));
    }
  }

  private static int count(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  /// What came of it, where the SDK has nothing to say against it.
  Attempt outcome() {
    if (!begun || stopReason == null) {
      // Without an error a stream can end before the message does.
      return new Lost(begun ? Reason.CUT_OFF : Reason.NONSENSE, usage);
    }
    return switch (stopReason) {
      case END_TURN, STOP_SEQUENCE, TOOL_USE -> answered(stopReason);
      case MAX_TOKENS, MODEL_CONTEXT_WINDOW_EXCEEDED ->
          new Final(new Failed(Reason.CUT_OFF, usage));
      case GUARDRAIL_INTERVENED, CONTENT_FILTERED -> new Final(new Failed(Reason.WITHHELD, usage));
      case MALFORMED_MODEL_OUTPUT, MALFORMED_TOOL_USE, UNKNOWN_TO_SDK_VERSION ->
          new Lost(Reason.NONSENSE, usage);
    };
  }

  private Attempt answered(StopReason reason) {
    List<ToolCall> calls = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Use use : uses.values()) {
      if (use.id() == null || use.tool() == null || !ids.add(use.id())) {
        return new Lost(Reason.NONSENSE, usage);
      }
      calls.add(Calls.read(use.id(), use.tool(), use.arguments().toString()));
    }
    if (reason == StopReason.TOOL_USE && calls.isEmpty()) {
      return new Lost(Reason.NONSENSE, usage);
    }
    String text = String.join("", words.values());
    return new Final(new Answered(new Conversation.Message.Models(text, calls), usage));
  }

  /// Whether anything has been said.
  boolean hasBegun() {
    return begun;
  }
}
