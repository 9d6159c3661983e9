package app.oddiya.adapters.aws.planning;

import app.oddiya.domain.planning.agent.Conversation;
import app.oddiya.domain.planning.agent.Conversation.ToolResult;
import app.oddiya.domain.planning.agent.ToolCall;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultStatus;

/// A conversation as Bedrock wants it.
///
/// A provider reads tools, instructions and messages in this order and keeps what it has read up to
/// each cache point, of which four are allowed: after the tools and after the instructions, which
/// all travellers share; after our first message, which all turns of a conversation share; and
/// after our newest, for the turn to come. Source: Bedrock's user guide, "Prompt caching".
final class Requests {

  private final String model;
  private final ToolConfiguration tools = Tools.configuration();

  Requests(String model) {
    this.model = model;
  }

  ConverseRequest whole(Conversation conversation) {
    return ConverseRequest.builder()
        .modelId(model)
        .toolConfig(tools)
        .system(system(conversation))
        .messages(messages(conversation))
        .inferenceConfig(limits(conversation))
        .build();
  }

  ConverseStreamRequest streamed(Conversation conversation) {
    return ConverseStreamRequest.builder()
        .modelId(model)
        .toolConfig(tools)
        .system(system(conversation))
        .messages(messages(conversation))
        .inferenceConfig(limits(conversation))
        .build();
  }

  private static List<SystemContentBlock> system(Conversation conversation) {
    return List.of(
        SystemContentBlock.fromText(conversation.instructions()),
        SystemContentBlock.fromCachePoint(Tools.CACHE_POINT));
  }

  private static InferenceConfiguration limits(Conversation conversation) {
    return InferenceConfiguration.builder().maxTokens(conversation.maxOutputTokens()).build();
  }

  private static List<Message> messages(Conversation conversation) {
    List<Part> parts = parts(conversation);
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      List<ContentBlock> content = new ArrayList<>(parts.get(i).content());
      if (i == 0 || i == parts.size() - 1) {
        content.add(ContentBlock.fromCachePoint(Tools.CACHE_POINT));
      }
      messages.add(Message.builder().role(parts.get(i).role()).content(content).build());
    }
    return messages;
  }

  /// Roles alternate: what we say at once is one message, and where a model said nothing there is
  /// none of it.
  private static List<Part> parts(Conversation conversation) {
    List<Part> parts = new ArrayList<>();
    for (Conversation.Message message : conversation.messages()) {
      Part part = part(message);
      if (part.content().isEmpty()) {
        continue;
      }
      if (!parts.isEmpty() && parts.getLast().role() == part.role()) {
        part = parts.removeLast().and(part);
      }
      parts.add(part);
    }
    return parts;
  }

  private static Part part(Conversation.Message message) {
    return switch (message) {
      case Conversation.Message.Ours(String text) ->
          new Part(ConversationRole.USER, List.of(ContentBlock.fromText(text)));
      case Conversation.Message.Results(List<ToolResult> results) ->
          new Part(ConversationRole.USER, results.stream().map(Requests::result).toList());
      case Conversation.Message.Models(String text, List<ToolCall> calls) -> {
        List<ContentBlock> content = new ArrayList<>();
        if (!text.isBlank()) {
          content.add(ContentBlock.fromText(text));
        }
        calls.forEach(call -> content.add(call(call)));
        yield new Part(ConversationRole.ASSISTANT, content);
      }
    };
  }

  private static ContentBlock result(ToolResult result) {
    return ContentBlock.fromToolResult(
        block ->
            block
                .toolUseId(result.callId())
                .content(ToolResultContentBlock.fromText(result.text()))
                .status(result.failed() ? ToolResultStatus.ERROR : ToolResultStatus.SUCCESS));
  }

  private static ContentBlock call(ToolCall call) {
    return ContentBlock.fromToolUse(
        block ->
            block
                .toolUseId(call.id())
                .name(Calls.tool(call))
                .input(Documents.of(Calls.arguments(call))));
  }

  /// What one side says at once.
  private record Part(ConversationRole role, List<ContentBlock> content) {

    Part and(Part next) {
      List<ContentBlock> both = new ArrayList<>(content);
      both.addAll(next.content);
      return new Part(role, both);
    }
  }
}
