package app.oddiya.apps.llmagent;

import static app.oddiya.apps.llmagent.RunningLlmAgent.TRAVELLER;
import static app.oddiya.apps.llmagent.RunningLlmAgent.forTraveller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.planning.BedrockConfig;
import app.oddiya.adapters.redis.RedisConfig;
import app.oddiya.application.planning.ModelLimits;
import app.oddiya.application.planning.ModelPrices;
import app.oddiya.apps.stores.bedrock.Asked;
import app.oddiya.apps.stores.bedrock.BedrockServer;
import app.oddiya.apps.stores.bedrock.Block;
import app.oddiya.apps.stores.bedrock.Said;
import app.oddiya.apps.stores.bedrock.Said.Broken;
import app.oddiya.apps.stores.bedrock.Said.How;
import app.oddiya.apps.stores.junit.RedisExtension;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.Spending.Amount;
import app.oddiya.domain.planning.agent.Spending.Caps;
import app.oddiya.domain.planning.agent.Stage;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.Finding;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.Eventually;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// llm-agent over HTTP with a model that speaks Bedrock's protocol: what it may do to a plan, and
/// what becomes of the plan when it fails or lies.
class LlmAgentOnBedrockTest {

  @RegisterExtension static final RedisExtension REDIS = new RedisExtension();

  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Amount PLENTY = new Amount(1_000_000_000, 1_000_000_000);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BedrockServer bedrock = BedrockServer.start();
  private final List<AutoCloseable> running = new ArrayList<>();

  @BeforeEach
  void empty() throws IOException {
    REDIS.flush();
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : running.reversed()) {
      each.close();
    }
    bedrock.close();
    assertThat(bedrock.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aModelsPicksBecomeAPlan(boolean streamed) {
    bedrock.says(asked -> submits(first(asked, 10), "Take your time here."));

    Draft draft = draft(agent(streamed), Trips.wish());

    assertThat(bedrock.asked()).singleElement().extracting(Asked::streamed).isEqualTo(streamed);
    assertThat(draft.source()).isEqualTo(PlanSource.MODEL);
    assertThat(about(draft).verdict()).isEqualTo(Verdict.PASS);
    assertThat(draft.stops()).extracting(Stop::activity).contains("Take your time here.");
    assertThatItIsTrue(draft);
  }

  @Test
  void aModelThatSearchesIsAnsweredAndOneThatLiesIsRefused() {
    bedrock
        .says(
            Said.calls(
                Block.text("Let me see."),
                Block.use("call_1", "search_places", "{\"query\":\"시장\"}"),
                Block.use("call_2", "get_weather", "{\"dates\":[\"2027-04-10\"]}"),
                Block.use("call_3", "book_hotel", "{\"stars\":5}")))
        .says(
            submits(
                List.of("catalogue:busan-underwater-palace", "http://evil.example"),
                "Pay at https://evil.example now."))
        .thenAlways(submits(List.of("catalogue:busan-jagalchi-market"), "Try the fish upstairs."));

    Draft draft = draft(agent(true), Trips.wish());

    assertThat(bedrock.asked()).hasSize(3);
    List<JsonNode> looked = bedrock.asked().get(1).results();
    assertThat(looked)
        .extracting(LlmAgentOnBedrockTest::text)
        .first()
        .asString()
        .contains("\"id\":");
    assertThat(looked)
        .extracting(it -> it.path("toolUseId").asString())
        .containsExactly("call_1", "call_2", "call_3");
    assertThat(looked.getLast().path("status").asString()).isEqualTo("error");
    assertThat(text(bedrock.asked().get(2).results().getFirst()))
        .contains(
            "\"catalogue:busan-underwater-palace\": no such id was given to you",
            "\"http://evil.example\": no such id was given to you");
    assertThatItIsTrue(draft);
    assertThat(draft.stops())
        .noneMatch(stop -> stop.activity().contains("evil") || stop.activity().contains("24"));
  }

  @Test
  void whatIsTheSameForEveryWishComesFirstAndIsTheSameByteByByte() {
    bedrock.thenAlways(asked -> submits(first(asked, 5), "Take your time here."));
    RunningLlmAgent agent = agent(true);

    draft(agent, Trips.wish());
    draft(agent, Trips.wish(new Destination.Named("Seoul"), Trips.A_SATURDAY, 3));

    List<Asked> asked = bedrock.asked();
    assertThat(asked).hasSize(2);
    assertThat(asked.getFirst().body().path("system"))
        .isEqualTo(asked.getLast().body().path("system"));
    assertThat(asked.getFirst().body().path("toolConfig"))
        .isEqualTo(asked.getLast().body().path("toolConfig"));
  }

  static Stream<Arguments> failures() {
    Said.Turn turn =
        Said.calls(Block.use("call_1", "submit_draft", "{\"picks\":[{\"placeId\":\"x\"}]}"));
    return Stream.of(
        Arguments.of("throttled", Said.throttled()),
        Arguments.of("overloaded", Said.overloaded()),
        Arguments.of("failing", Said.failing()),
        Arguments.of("timed out", Said.modelTimedOut()),
        Arguments.of("forbidden", Said.forbidden()),
        Arguments.of("not found", Said.notFound()),
        Arguments.of("out of tokens", turn.ended("max_tokens")),
        Arguments.of("held back", turn.ended("guardrail_intervened")),
        Arguments.of("silent", new Broken(turn, How.SILENT)),
        Arguments.of("hangs halfway", new Broken(turn, How.HANGS_HALFWAY)),
        Arguments.of("cut halfway", new Broken(turn, How.CUT_HALFWAY)),
        Arguments.of("stops halfway", new Broken(turn, How.STOPS_HALFWAY)),
        Arguments.of("bad checksum", new Broken(turn, How.BAD_CHECKSUM)),
        Arguments.of("throttled halfway", new Broken(turn, How.THROTTLED_HALFWAY)),
        Arguments.of("nonsense", new Broken(turn, How.NONSENSE)),
        Arguments.of("empty", new Broken(turn, How.EMPTY)),
        Arguments.of("endless", new Broken(turn, How.ENDLESS)),
        Arguments.of("lies only", turn),
        Arguments.of("talks only", Said.words("What a lovely trip!")),
        Arguments.of("no arguments at all", Said.calls(Block.use("call_1", "submit_draft", "{}"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void whateverTheModelDoesThePlanComesAndSaysSo(String name, Said said) {
    bedrock.thenAlways(said);

    Draft draft = draft(agent(true), Trips.wish());

    assertThat(bedrock.asked()).as(name).isNotEmpty();
    assertThat(draft.source()).isEqualTo(PlanSource.OPTIMIZER);
    assertThat(about(draft).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThatItIsTrue(draft);
  }

  @Test
  void aTravellersCapHoldsAcrossProcesses() {
    bedrock.thenAlways(asked -> submits(first(asked, 5), "Take your time here."));
    // One turn fits while it is reserved; what it really took is counted then.
    Amount one = new Amount(130_000, 200_000);

    Draft first = draft(agent(true, new Caps(one, PLENTY), REDIS.url()), Trips.wish());
    Draft second =
        draft(
            agent(true, new Caps(new Amount(10_000, 10_000), PLENTY), REDIS.url()),
            Trips.wish(new Destination.Named("Seoul"), Trips.A_SATURDAY, 2));

    assertThat(first.source()).isEqualTo(PlanSource.MODEL);
    assertThat(second.source()).isEqualTo(PlanSource.OPTIMIZER);
    assertThat(about(second).detail()).startsWith("What language models may be asked in a day");
    assertThat(bedrock.asked()).hasSize(1);
  }

  @Test
  void whatCannotBeCountedIsNotAsked() {
    Draft draft = draft(agent(true, new Caps(PLENTY, PLENTY), "redis://127.0.0.1:1"), Trips.wish());

    assertThat(bedrock.asked()).isEmpty();
    assertThat(draft.source()).isEqualTo(PlanSource.OPTIMIZER);
    assertThat(about(draft).detail()).startsWith("The language model could not be asked");
  }

  @Test
  void theSameWishIsAskedOnceForAllProcesses() {
    bedrock.says(asked -> submits(first(asked, 10), "Take your time here."));

    Draft first = draft(agent(true), Trips.wish());
    Draft second = draft(agent(true), Trips.wish());

    assertThat(bedrock.asked()).hasSize(1);
    assertThat(second.source()).isEqualTo(PlanSource.MODEL);
    assertThat(second.stops())
        .extracting(Stop::placeId)
        .isEqualTo(first.stops().stream().map(Stop::placeId).toList());
  }

  @Test
  void whoLeavesEndsTheModelsTurn() {
    bedrock.thenAlways(new Broken(Said.words("x".repeat(10_000)), How.TRICKLE));
    RunningLlmAgent agent = agent(true);
    var enough = new IllegalStateException("enough");

    assertThatThrownBy(
            () ->
                write(
                    agent,
                    Trips.wish(),
                    event -> {
                      if (event instanceof DraftEvent.StageReached(var stage, _)
                          && stage == Stage.CHOOSING) {
                        Eventually.holds(
                            "the model is asked", PATIENCE, () -> !bedrock.asked().isEmpty());
                        throw enough;
                      }
                    }))
        .isSameAs(enough);

    Eventually.holds("the model is left alone", PATIENCE, () -> bedrock.left() > 0);
  }

  private RunningLlmAgent agent(boolean streamed) {
    return agent(streamed, new Caps(PLENTY, PLENTY), REDIS.url());
  }

  /// Its model is waited for a few seconds only.
  private RunningLlmAgent agent(boolean streamed, Caps caps, String spending) {
    ModelLimits usual = ModelLimits.USUAL;
    var setUp =
        new SetUp(
            new Forecasts.None(),
            new Rates.None(),
            REDIS.url(),
            new Drafting.WithModel(
                new AwsConfig(
                    "ap-northeast-2",
                    Optional.of(new AwsConfig.Keys("id", "secret")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                new BedrockConfig(
                    "ap-northeast-2",
                    "apac.anthropic.claude:0",
                    Optional.of(bedrock.endpoint()),
                    streamed,
                    BedrockConfig.USUAL_FIRST_WORD),
                new RedisConfig(URI.create(spending)),
                caps,
                new ModelPrices(3_000_000, 15_000_000, 300_000, 3_750_000),
                new ModelLimits(
                    usual.turns(),
                    usual.repairs(),
                    usual.outputTokens(),
                    usual.perPlan(),
                    Duration.ofSeconds(5),
                    usual.reserve())));
    RunningLlmAgent agent = RunningLlmAgent.on(setUp.component().routes());
    running.add(setUp);
    running.add(agent);
    return agent;
  }

  private static Draft draft(RunningLlmAgent agent, PlanRequest request) {
    return ((Writing.Written) write(agent, request, _ -> {})).draft();
  }

  private static Writing write(
      RunningLlmAgent agent, PlanRequest request, Consumer<DraftEvent> listener) {
    return forTraveller(
        () ->
            agent
                .writer()
                .write(
                    TRAVELLER,
                    request,
                    List.of(),
                    listener,
                    Deadline.in(Duration.ofSeconds(29), RunningLlmAgent.CLOCK)));
  }

  private static List<String> first(Asked asked, int count) {
    return ID.matcher(asked.lastText())
        .results()
        .map((MatchResult id) -> id.group(1))
        .limit(count)
        .toList();
  }

  private static Said.Turn submits(List<String> places, String sentence) {
    return Said.calls(
        Block.use(
            "call_1",
            "submit_draft",
            places.stream()
                .map(
                    place ->
                        "{\"placeId\":\"%s\",\"score\":95,\"sentence\":\"%s\"}"
                            .formatted(place, sentence))
                .collect(Collectors.joining(",", "{\"picks\":[", "]}"))));
  }

  private static String text(JsonNode result) {
    return result.path("content").path(0).path("text").asString();
  }

  private static Finding about(Draft draft) {
    return draft.certificate().findings().stream()
        .filter(finding -> finding.check() == CheckKind.MODEL)
        .findFirst()
        .orElseThrow();
  }

  private static void assertThatItIsTrue(Draft draft) {
    assertThat(draft.days()).hasSize(2).allMatch(day -> day.stops().size() >= 3);
    assertThat(draft.stops())
        .allSatisfy(
            stop -> {
              assertThat(stop.placeId().provider()).isEqualTo("catalogue");
              assertThat(stop.checks().exists().verdict()).isEqualTo(Verdict.PASS);
              assertThat(stop.checks().open().verdict()).isNotEqualTo(Verdict.FAIL);
              assertThat(stop.checks().travel().verdict()).isNotEqualTo(Verdict.FAIL);
            });
  }
}
