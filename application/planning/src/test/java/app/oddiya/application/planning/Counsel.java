package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.memory.planning.MemoryChoiceCache;
import app.oddiya.adapters.memory.planning.MemoryModel;
import app.oddiya.adapters.memory.planning.MemorySpending;
import app.oddiya.adapters.memory.planning.MemoryTravelTimes;
import app.oddiya.domain.planning.agent.Conversation;
import app.oddiya.domain.planning.agent.Conversation.Message;
import app.oddiya.domain.planning.agent.Conversation.ToolResult;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.ModelTurn;
import app.oddiya.domain.planning.agent.ModelTurn.Usage;
import app.oddiya.domain.planning.agent.Spending.Amount;
import app.oddiya.domain.planning.agent.Spending.Caps;
import app.oddiya.domain.planning.agent.ToolCall;
import app.oddiya.domain.planning.agent.ToolCall.Pick;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.plan.CheckKind;
import app.oddiya.domain.planning.plan.Finding;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.testkit.story.Trips;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// A town whose plans are written with a model that a test puts words into the mouth of.
final class Counsel {

  static final Usage USAGE = new Usage(1_000, 500, 2_000, 100);

  /// 1,000 read, 2,000 from the cache, 100 into it, 500 written.
  static final Amount COST = new Amount(3_000 + 600 + 375 + 7_500, 3_600);

  static final ModelPrices PRICES = new ModelPrices(3_000_000, 15_000_000, 300_000, 3_750_000);
  static final Amount PLENTY = new Amount(100_000_000, 10_000_000);

  final Town town;
  final MemoryModel model;
  final MemorySpending spending;
  final MemoryChoiceCache cache;
  private final ModelLimits limits;
  private final AtomicLong ids = new AtomicLong();

  Counsel(Town town) {
    this(town, ModelLimits.USUAL, new Caps(PLENTY, PLENTY));
  }

  Counsel(Town town, ModelLimits limits, Caps caps) {
    this.town = town;
    this.model = new MemoryModel(town.clock);
    this.spending = new MemorySpending(caps);
    this.cache = new MemoryChoiceCache(town.clock);
    this.limits = limits;
  }

  Writing write(PlanRequest request, Consumer<DraftEvent> listener) {
    return new DraftPlanWithModel(
            town.places,
            town.holidays,
            new MemoryTravelTimes(),
            town.weather,
            town.rates,
            new ModelAccess(model, cache, spending, PRICES, limits),
            town.clock,
            () -> new UUID(0, ids.incrementAndGet()),
            Effort.USUAL)
        .write(
            Town.TRAVELLER,
            request,
            List.of(),
            listener,
            Deadline.in(Duration.ofSeconds(30), town.clock));
  }

  Draft draft(PlanRequest request) {
    return switch (write(request, _ -> {})) {
      case Writing.Written(var draft) -> draft;
      case Writing.Infeasible(var conflicts, _) -> throw new AssertionError(conflicts.toString());
    };
  }

  /// What the model was told after its turn of this number.
  List<ToolResult> told(int turn) {
    Message last = model.asked().get(turn).messages().getLast();
    return ((Message.Results) last).results();
  }

  static ModelTurn says(ToolCall... calls) {
    return new ModelTurn.Answered(new Message.Models("", List.of(calls)), USAGE);
  }

  static ModelTurn submits(Pick... picks) {
    return says(new ToolCall.SubmitDraft("draft", List.of(picks)));
  }

  static ModelTurn fails(ModelTurn.Reason reason) {
    return new ModelTurn.Failed(reason, Usage.NONE);
  }

  /// A pick of a place of the town, with something to say.
  static Pick pick(String place, String sentence) {
    return new Pick("memory:" + place, 100, OptionalInt.empty(), Optional.of(sentence));
  }

  static Pick pick(String place) {
    return new Pick("memory:" + place, 100, OptionalInt.empty(), Optional.empty());
  }

  static Pick[] picks(String... places) {
    return Arrays.stream(places).map(Counsel::pick).toArray(Pick[]::new);
  }

  static String opening(Conversation conversation) {
    return ((Message.Ours) conversation.messages().getFirst()).text();
  }

  static Finding about(Draft draft) {
    List<Finding> findings =
        draft.certificate().findings().stream()
            .filter(finding -> finding.check() == CheckKind.MODEL)
            .toList();
    if (findings.size() != 1) {
      throw new AssertionError(findings.toString());
    }
    return findings.getFirst();
  }

  static void assertThatTheOptimizerWrote(Draft draft, String because) {
    assertThat(draft.source()).isEqualTo(PlanSource.OPTIMIZER);
    assertThat(about(draft).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(about(draft).detail()).startsWith(because);
    assertThat(draft.certificate().verdict()).isEqualTo(Verdict.PASS);
    assertThat(draft.stops()).hasSizeGreaterThan(2);
  }

  static Wishes oneDay() {
    return new Wishes().on(Trips.A_SATURDAY, 1);
  }

  static Stop stop(Draft draft, String place) {
    return draft.stops().stream()
        .filter(stop -> stop.placeId().id().equals(place))
        .findFirst()
        .orElseThrow();
  }

  static List<String> places(Draft draft) {
    return draft.stops().stream().map(stop -> stop.placeId().id()).toList();
  }
}
