package app.oddiya.adapters.aws.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.aws.AwsClients;
import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.AwsModule;
import app.oddiya.apps.stores.bedrock.Asked;
import app.oddiya.apps.stores.bedrock.BedrockServer;
import app.oddiya.apps.stores.bedrock.Block;
import app.oddiya.apps.stores.bedrock.Said;
import app.oddiya.apps.stores.bedrock.Said.Broken;
import app.oddiya.apps.stores.bedrock.Said.How;
import app.oddiya.apps.stores.bedrock.Said.Tokens;
import app.oddiya.domain.planning.agent.Conversation;
import app.oddiya.domain.planning.agent.Conversation.Message;
import app.oddiya.domain.planning.agent.Conversation.ToolResult;
import app.oddiya.domain.planning.agent.Model;
import app.oddiya.domain.planning.agent.ModelTurn;
import app.oddiya.domain.planning.agent.ModelTurn.Answered;
import app.oddiya.domain.planning.agent.ModelTurn.Failed;
import app.oddiya.domain.planning.agent.ModelTurn.Reason;
import app.oddiya.domain.planning.agent.ModelTurn.Usage;
import app.oddiya.domain.planning.agent.ToolCall;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.ModelContract;
import app.oddiya.domain.testkit.time.Eventually;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a model behind Bedrock does, whichever of its two operations is asked.
abstract class BedrockModels implements ModelContract {

  static final Said.Turn TURN = Said.words("Busan it is, by the sea.");

  private static final Retries SOON = new Retries(4, 2, Duration.ofMillis(2), () -> 0.5);

  final BedrockServer bedrock = BedrockServer.start();

  private final AwsClients clients =
      AwsModule.clients(
          new AwsConfig(
              "ap-northeast-2",
              Optional.of(new AwsConfig.Keys("key", "secret")),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));

  private final boolean streamed;

  BedrockModels(boolean streamed) {
    this.streamed = streamed;
  }

  @AfterEach
  void stop() {
    bedrock.close();
    clients.close();
    assertThat(bedrock.problems()).isEmpty();
  }

  @Override
  public Model saying(List<Answered> turns) {
    turns.forEach(turn -> bedrock.says(said(turn)));
    return model();
  }

  @Override
  public Model failing(Reason reason) {
    bedrock.thenAlways(
        switch (reason) {
          case THROTTLED -> Said.throttled();
          case UNAVAILABLE -> Said.overloaded();
          case CUT_OFF -> TURN.ended("max_tokens");
          case WITHHELD -> TURN.ended("guardrail_intervened");
          case NONSENSE -> new Broken(TURN, How.NONSENSE);
          case TOO_LATE -> throw new IllegalArgumentException("see silent()");
        });
    return model();
  }

  @Override
  public Model silent() {
    bedrock.thenAlways(new Broken(TURN, How.SILENT));
    return model();
  }

  @Override
  public int asked() {
    return bedrock.asked().size();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatFailsIsTriedAgainAsOftenAsItMayHelp(Said said, Reason reason, int asked) {
    bedrock.thenAlways(said);

    assertThat(model().converse(opening(), ample())).isEqualTo(new Failed(reason, Usage.NONE));
    assertThat(asked()).isEqualTo(asked);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(Said.throttled(), Reason.THROTTLED, 4),
        Arguments.of(Said.overloaded(), Reason.UNAVAILABLE, 4),
        Arguments.of(Said.failing(), Reason.UNAVAILABLE, 4),
        Arguments.of(Said.modelTimedOut(), Reason.UNAVAILABLE, 4),
        Arguments.of(
            new Said.Refusal(424, "ModelErrorException", "went wrong"), Reason.UNAVAILABLE, 4),
        Arguments.of(
            new Said.Refusal(429, "ModelNotReadyException", "not yet"), Reason.THROTTLED, 4),
        Arguments.of(Said.forbidden(), Reason.UNAVAILABLE, 1),
        Arguments.of(Said.notFound(), Reason.UNAVAILABLE, 1),
        Arguments.of(new Said.Refusal(502, "", "<html>"), Reason.UNAVAILABLE, 4),
        Arguments.of(new Broken(TURN, How.CUT_HALFWAY), Reason.CUT_OFF, 2),
        Arguments.of(new Broken(TURN, How.STOPS_HALFWAY), Reason.CUT_OFF, 2),
        Arguments.of(new Broken(TURN, How.BAD_CHECKSUM), Reason.NONSENSE, 2),
        Arguments.of(new Broken(TURN, How.NONSENSE), Reason.NONSENSE, 2),
        Arguments.of(new Broken(TURN, How.EMPTY), Reason.NONSENSE, 2),
        Arguments.of(new Broken(TURN, How.NAMELESS), Reason.NONSENSE, 2),
        Arguments.of(new Broken(TURN, How.ENDLESS), Reason.NONSENSE, 2));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void howATurnEndsSaysWhatItIsWorthAndItIsPaidFor(String stopReason, Reason reason, int asked) {
    bedrock.thenAlways(TURN.ended(stopReason).costing(new Tokens(10, 20, 30, 40)));

    assertThat(model().converse(opening(), ample()))
        .isEqualTo(new Failed(reason, new Usage(10 * asked, 20 * asked, 30 * asked, 40 * asked)));
    assertThat(asked()).isEqualTo(asked);
  }

  static Stream<Arguments> endings() {
    return Stream.of(
        Arguments.of("max_tokens", Reason.CUT_OFF, 1),
        Arguments.of("model_context_window_exceeded", Reason.CUT_OFF, 1),
        Arguments.of("guardrail_intervened", Reason.WITHHELD, 1),
        Arguments.of("content_filtered", Reason.WITHHELD, 1),
        Arguments.of("malformed_tool_use", Reason.NONSENSE, 2),
        Arguments.of("something_new", Reason.NONSENSE, 2),
        // It says that it calls tools and calls none.
        Arguments.of("tool_use", Reason.NONSENSE, 2));
  }

  @Test
  void aRefusalThatPassesIsForgotten() {
    bedrock.says(Said.throttled()).says(Said.overloaded()).says(TURN);

    assertThat(model().converse(opening(), ample())).isInstanceOf(Answered.class);
    assertThat(asked()).isEqualTo(3);
  }

  @Test
  void aLostAnswerIsAskedForAgainAndPaidForTwice() {
    bedrock.says(TURN.ended("malformed_model_output").costing(new Tokens(10, 20, 0, 40)));
    bedrock.says(TURN.costing(new Tokens(10, 21, 40, 0)));

    assertThat(model().converse(opening(), ample()).usage()).isEqualTo(new Usage(20, 41, 40, 40));
  }

  @Test
  void nobodyWaitsLongerThanTheDeadlineForAnotherTry() {
    bedrock.thenAlways(Said.throttled());
    Model patient = model(new Retries(4, 2, Duration.ofHours(1), () -> 0.5));

    assertThat(patient.converse(opening(), Deadline.in(PATIENCE, InstantSource.system())))
        .isEqualTo(new Failed(Reason.THROTTLED, Usage.NONE));
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void anAnswerThatHangsHalfwayIsLeftAtTheDeadline() {
    bedrock.thenAlways(new Broken(TURN, How.HANGS_HALFWAY));

    assertThat(model().converse(opening(), soon()))
        .isEqualTo(new Failed(Reason.TOO_LATE, Usage.NONE));
  }

  @Test
  void whoLeavesAtTheDeadlineClosesTheConnection() {
    Model model = warmModel(PATIENCE);
    bedrock.thenAlways(new Broken(TURN, How.TRICKLE));

    assertThat(model.converse(opening(), Deadline.in(Duration.ofSeconds(2), clock())))
        .isEqualTo(new Failed(Reason.TOO_LATE, Usage.NONE));
    Eventually.holds("the connection is closed", PATIENCE, () -> bedrock.left() == 1);
  }

  @Test
  void whoIsInterruptedClosesTheConnection() {
    bedrock.thenAlways(new Broken(TURN, How.TRICKLE));
    var call = new FutureTask<>(() -> model().converse(opening(), ample()));
    Thread caller = Thread.ofVirtual().start(call);
    Eventually.holds("the model is asked", PATIENCE, () -> asked() == 1);

    caller.interrupt();

    Eventually.holds("the connection is closed", PATIENCE, () -> bedrock.left() == 1);
    assertThat(call)
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .withCauseInstanceOf(Unavailable.class);
  }

  @Test
  void wheresNobodyThereIsNoAnswer() throws IOException {
    URI nowhere;
    try (var socket = new ServerSocket(0)) {
      nowhere = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    assertThat(model(nowhere, SOON).converse(opening(), ample()))
        .isEqualTo(new Failed(Reason.UNAVAILABLE, Usage.NONE));
  }

  @Test
  void aCallOfNoToolIsMalformedAndSaidAgainAsItWas() {
    String arguments = "{\"stars\":5,\"why\":[\"비\",null,1.50]}";
    bedrock.says(Said.calls(Block.use("call_1", "book_hotel", arguments))).says(TURN);
    Model model = model();
    Answered turn = (Answered) model.converse(opening(), ample());
    ToolCall.Malformed call = (ToolCall.Malformed) turn.message().calls().getFirst();

    model.converse(
        opening()
            .and(turn.message())
            .and(new Message.Results(List.of(new ToolResult("call_1", "no such tool", true)))),
        ample());

    assertThat(call.tool()).isEqualTo("book_hotel");
    assertThat(call.arguments()).isEqualTo(arguments);
    assertThat(last().body().at("/messages/1/content/0/toolUse/input").toString())
        .isEqualTo(arguments);
    assertThat(last().results().getFirst().path("status").asString()).isEqualTo("error");
  }

  @Test
  void whatItThinksIsLeftOut() {
    bedrock.says(
        new Said.Turn(
            List.of(
                new Block.Reasoning("the sea, or the hills"),
                Block.text("Both "),
                Block.use("call_1", "search_places", "{\"query\":\"산\"}"),
                Block.text("then.")),
            "tool_use",
            new Tokens(1, 2, 3, 4)));

    assertThat(model().converse(opening(), ample()))
        .isEqualTo(
            new Answered(
                new Message.Models(
                    "Both then.",
                    List.of(new ToolCall.SearchPlaces("call_1", "산", Optional.empty()))),
                new Usage(1, 2, 3, 4)));
  }

  @Test
  void aRequestIsSignedForTheRegionAndNamesTheModel() {
    bedrock.says(TURN);
    model().converse(opening(), ample());

    assertThat(last().authorization()).contains("/us-east-1/bedrock/aws4_request");
    assertThat(last().model()).isEqualTo("us.anthropic.claude-sonnet:0");
    assertThat(last().streamed()).isEqualTo(streamed);
    assertThat(last().body().at("/inferenceConfig/maxTokens").asInt()).isEqualTo(700);
  }

  /// What Bedrock caches it finds again by the byte: tools, instructions and messages, in this
  /// order.
  @Test
  void travellersShareTheirPromptsUpToTheInstructionsAndTurnsUpToTheNewestMessage() {
    bedrock.thenAlways(TURN);
    Conversation one = opening();
    Conversation other =
        new Conversation(one.instructions(), List.of(new Message.Ours("제주, 3일")), 700);
    Conversation more =
        one.and(
                new Message.Models(
                    "", List.of(new ToolCall.SearchPlaces("call_1", "산", Optional.empty()))))
            .and(new Message.Results(List.of(new ToolResult("call_1", "none", false))))
            .and(new Message.Ours("Go on."));

    List<List<String>> prompts = new ArrayList<>();
    for (Conversation conversation : List.of(one, other, more)) {
      model().converse(conversation, ample());
      prompts.add(prompt(last()));
    }

    List<String> first = prompts.getFirst();
    assertThat(first).hasSize(9).filteredOn(CACHE_POINT::equals).hasSize(3);
    assertThat(prompts.get(1).subList(0, 7)).isEqualTo(first.subList(0, 7));
    assertThat(prompts.get(1).get(7)).isNotEqualTo(first.get(7));
    assertThat(prompts.get(2).subList(0, first.size())).isEqualTo(first);
    assertThat(prompts.get(2)).filteredOn(CACHE_POINT::equals).hasSize(4);
    assertThat(prompts.get(2)).endsWith("{\"text\":\"Go on.\"}", CACHE_POINT);
  }

  private static final String CACHE_POINT = "{\"cachePoint\":{\"type\":\"default\"}}";

  /// In the order in which a model reads it, each part byte for byte as it was sent.
  private static List<String> prompt(Asked asked) {
    List<String> parts = new ArrayList<>();
    asked.body().at("/toolConfig/tools").forEach(part -> parts.add(part.toString()));
    asked.body().path("system").forEach(part -> parts.add(part.toString()));
    asked
        .body()
        .path("messages")
        .forEach(message -> message.path("content").forEach(part -> parts.add(part.toString())));
    assertThat(parts).allSatisfy(part -> assertThat(asked.text()).contains(part));
    return parts;
  }

  private Asked last() {
    return bedrock.asked().getLast();
  }

  final Model model() {
    return model(SOON);
  }

  private Model model(Retries retries) {
    return model(bedrock.endpoint(), retries);
  }

  private Model model(URI endpoint, Retries retries) {
    return model(endpoint, retries, PATIENCE);
  }

  /// One that was asked before: the first call of a process loads the SDK, which on a busy machine
  /// takes longer than short limits last.
  final Model warmModel(Duration firstWord) {
    bedrock.says(TURN);
    Model model = model(bedrock.endpoint(), SOON, firstWord);
    model.converse(opening(), ample());
    return model;
  }

  private static InstantSource clock() {
    return InstantSource.system();
  }

  private Model model(URI endpoint, Retries retries, Duration firstWord) {
    var config =
        new BedrockConfig(
            "us-east-1",
            "us.anthropic.claude-sonnet:0",
            Optional.of(endpoint),
            streamed,
            firstWord);
    return new BedrockModel(
        config, clients.bedrock(config.region(), config.endpoint()), retries, clock());
  }

  static Conversation opening() {
    return new Conversation("Plan trips.", List.of(new Message.Ours("부산, 2일")), 700);
  }

  static Deadline ample() {
    return Deadline.in(PATIENCE.plus(PATIENCE), clock());
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofMillis(500), clock());
  }

  private static Said said(ModelTurn turn) {
    return switch (turn) {
      case Answered(Message.Models(String text, List<ToolCall> calls), Usage usage) -> {
        List<Block> blocks = new ArrayList<>();
        if (!text.isEmpty()) {
          blocks.add(Block.text(text));
        }
        calls.forEach(
            call ->
                blocks.add(
                    Block.use(call.id(), Calls.tool(call), Calls.arguments(call).toString())));
        yield new Said.Turn(
            blocks,
            calls.isEmpty() ? "end_turn" : "tool_use",
            new Tokens(
                usage.inputTokens(),
                usage.outputTokens(),
                usage.cachedTokens(),
                usage.cacheWriteTokens()));
      }
      case Failed failed -> throw new IllegalArgumentException("not said: " + failed);
    };
  }
}
