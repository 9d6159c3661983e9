package app.oddiya.application.planning;

import static app.oddiya.application.planning.Counsel.assertThatTheOptimizerWrote;
import static app.oddiya.application.planning.Counsel.fails;
import static app.oddiya.application.planning.Counsel.oneDay;
import static app.oddiya.application.planning.Counsel.pick;
import static app.oddiya.application.planning.Counsel.picks;
import static app.oddiya.application.planning.Counsel.places;
import static app.oddiya.application.planning.Counsel.says;
import static app.oddiya.application.planning.Counsel.stop;
import static app.oddiya.application.planning.Counsel.submits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.planning.agent.ChoiceCache;
import app.oddiya.domain.planning.agent.Conversation.Message;
import app.oddiya.domain.planning.agent.Conversation.ToolResult;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.ModelTurn.Reason;
import app.oddiya.domain.planning.agent.Spending.Amount;
import app.oddiya.domain.planning.agent.Spending.Caps;
import app.oddiya.domain.planning.agent.ToolCall;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.MustVisit;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.time.Eventually;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a model may take, and what becomes of a plan when it fails or has had its share.
class ModelLimitsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Town busan = Town.withPlaces();
  private final Counsel counsel = new Counsel(busan);

  @ParameterizedTest
  @CsvSource({
    "THROTTLED, The language model was too busy",
    "TOO_LATE, The language model did not answer in time",
    "UNAVAILABLE, The language model could not be asked",
    "CUT_OFF, The language model gave no answer that holds",
    "WITHHELD, The language model gave no answer that holds",
    "NONSENSE, The language model gave no answer that holds"
  })
  void aModelThatFailsIsReplacedAndItIsSaidWhy(Reason reason, String why) {
    counsel.model.says(fails(reason));

    Draft draft = counsel.draft(oneDay().build());

    assertThatTheOptimizerWrote(draft, why);
    assertThat(places(draft)).isEqualTo(places(Town.withPlaces().draft(oneDay().build())));
  }

  @Test
  void aModelThatFailsHalfWayHasItsGroundedPicksKept() {
    counsel
        .model
        .says(submits(pick("museum-4"), pick("moon-palace")))
        .says(fails(Reason.THROTTLED));

    Draft draft = counsel.draft(oneDay().build());

    assertThat(draft.source()).isEqualTo(PlanSource.MODEL);
    assertThat(places(draft)).contains("museum-4");
  }

  @Test
  void aModelThatNeverAnswersLeavesTimeForThePlan() {
    counsel.model.fallsSilent();
    CompletableFuture<Draft> plan =
        CompletableFuture.supplyAsync(() -> counsel.draft(oneDay().build()));
    Eventually.holds("the model is asked", PATIENCE, () -> !counsel.model.asked().isEmpty());

    busan.clock.advance(ModelLimits.USUAL.time());

    assertThat(plan).succeedsWithin(PATIENCE);
    assertThatTheOptimizerWrote(plan.join(), "The language model did not answer in time");
  }

  @Test
  void whoLeavesEndsTheConversation() {
    counsel.model.says(
        _ -> {
          throw new Unavailable("model", new InterruptedException());
        });

    assertThatThrownBy(() -> counsel.draft(oneDay().build())).isInstanceOf(Unavailable.class);
  }

  @Test
  void aModelThatNeverComesToThePointIsStopped() {
    counsel.model.thenAlways(
        _ -> says(new ToolCall.SearchPlaces("search", "park", Optional.empty())));

    Draft draft = counsel.draft(oneDay().build());

    assertThat(counsel.model.asked()).hasSize(ModelLimits.USUAL.turns());
    assertThatTheOptimizerWrote(
        draft, "The language model would have taken more than one plan may");
  }

  @Test
  void aModelThatOnlyTalksIsRemindedTwice() {
    counsel.model.thenAlways(_ -> says());

    Draft draft = counsel.draft(oneDay().build());

    assertThat(counsel.model.asked()).hasSize(3);
    assertThat(counsel.model.asked().getLast().messages().getLast())
        .isEqualTo(new Message.Ours("Nothing has been submitted. Call submit_draft now."));
    assertThatTheOptimizerWrote(draft, "The language model gave no answer that holds");
  }

  @Test
  void aPlanTakesNoMoreTokensThanItMay() {
    ModelLimits usual = ModelLimits.USUAL;
    var limits =
        new ModelLimits(6, 2, 1_000, new Amount(1_000_000, 5_000), usual.time(), usual.reserve());
    var tight = new Counsel(busan, limits, new Caps(Counsel.PLENTY, Counsel.PLENTY));

    Draft draft = tight.draft(oneDay().build());

    assertThat(tight.model.asked()).isEmpty();
    assertThatTheOptimizerWrote(
        draft, "The language model would have taken more than one plan may");
  }

  @Test
  void aTravellersDayIsCapped() {
    var poor =
        new Counsel(
            busan, ModelLimits.USUAL, new Caps(new Amount(100, 100_000_000), Counsel.PLENTY));

    Draft draft = poor.draft(oneDay().build());

    assertThat(poor.model.asked()).isEmpty();
    assertThatTheOptimizerWrote(draft, "What language models may be asked in a day is used up");
  }

  @Test
  void whatCannotBeCountedIsNotSpent() {
    counsel.spending.goDown();

    Draft draft = counsel.draft(oneDay().build());

    assertThat(counsel.model.asked()).isEmpty();
    assertThatTheOptimizerWrote(draft, "The language model could not be asked");
  }

  @Test
  void everyTurnIsPaidForAsTheProviderCounts() {
    counsel.model.says(submits(pick("moon-palace"))).says(submits(picks("park-1")));

    counsel.draft(oneDay().build());

    assertThat(counsel.spending.spentBy(Town.TRAVELLER, busan.clock.instant()))
        .isEqualTo(new Amount(2 * Counsel.COST.microUsd(), 2 * Counsel.COST.tokens()));
  }

  @ParameterizedTest
  @CsvSource({
    "THROTTLED, true",
    "UNAVAILABLE, true",
    "TOO_LATE, false",
    "CUT_OFF, false",
    "WITHHELD, false",
    "NONSENSE, false"
  })
  void anAnswerOfWhichNobodySaysWhatItTookIsPaidForAsIfItWereTheLongest(
      Reason reason, boolean free) {
    counsel.model.says(fails(reason));

    counsel.draft(oneDay().build());

    long spent = counsel.spending.spentBy(Town.TRAVELLER, busan.clock.instant()).tokens();
    assertThat(spent > ModelLimits.USUAL.outputTokens()).isEqualTo(!free);
    assertThat(spent == 0).isEqualTo(free);
  }

  @Test
  void theSameWishCostsOnceAndIsCheckedAgain() {
    counsel.model.says(submits(pick("park-1", "Feed the pigeons by the gate."), pick("museum-1")));

    Draft first = counsel.draft(oneDay().build());
    Draft second = counsel.draft(oneDay().build());

    assertThat(counsel.model.asked()).hasSize(1);
    assertThat(second.source()).isEqualTo(PlanSource.MODEL);
    assertThat(places(second)).isEqualTo(places(first));
    assertThat(stop(second, "park-1").activity()).isEqualTo("Feed the pigeons by the gate.");
  }

  @Test
  void choicesOfAnHourAgoOfWhichNothingIsLeftAreMadeAnew() {
    var elsewhere = Town.withPlaces();
    elsewhere.knowing(Trips.park("gone", Town.at(0, 0)));
    var before = new Counsel(elsewhere);
    before.model.says(submits(picks("gone")));
    before.draft(oneDay().build());
    var turn = (ChoiceCache.Found.Known) before.cache.find(oneDay().build(), deadline());
    var free = (ChoiceCache.Found.Yours) counsel.cache.find(oneDay().build(), deadline());
    counsel.cache.keep(free.turn(), turn.choices());
    counsel.model.says(submits(picks("park-3")));

    Draft draft = counsel.draft(oneDay().build());

    assertThat(counsel.model.asked()).hasSize(1);
    assertThat(places(draft)).contains("park-3").doesNotContain("gone");
  }

  @Test
  void aWishWithNotesIsNobodyElses() {
    PlanRequest wish = oneDay().notes("my knees hurt").build();
    counsel.model.thenAlways(_ -> submits(picks("park-1")));

    counsel.draft(wish);
    counsel.draft(wish);
    counsel.draft(oneDay().build());

    assertThat(counsel.model.asked()).hasSize(3);
  }

  @Test
  void aFailureIsNotKept() {
    counsel.model.says(fails(Reason.THROTTLED)).says(submits(picks("park-1")));

    counsel.draft(oneDay().build());
    Draft second = counsel.draft(oneDay().build());

    assertThat(second.source()).isEqualTo(PlanSource.MODEL);
  }

  @Test
  void aWishThatCannotBeMetIsNotWorthAToken() {
    Writing nowhere =
        counsel.write(oneDay().destination(new Destination.Named("Atlantis")).build(), _ -> {});
    Writing closed =
        counsel.write(
            new Wishes()
                .on(Trips.A_SATURDAY.plusDays(2), 1)
                .mustVisit(new MustVisit.Called("museum-1"))
                .build(),
            _ -> {});

    assertThat(nowhere).isInstanceOf(Writing.Infeasible.class);
    assertThat(closed).isInstanceOf(Writing.Infeasible.class);
    assertThat(counsel.model.asked()).isEmpty();
  }

  @Test
  void aMalformedDraftCountsAsOneThatWasRefused() {
    counsel.model.thenAlways(
        _ -> says(new ToolCall.Malformed("draft", "submit_draft", "{}", "picks: missing")));

    Draft draft = counsel.draft(oneDay().build());

    assertThat(counsel.model.asked()).hasSize(3);
    assertThat(counsel.told(1)).containsExactly(new ToolResult("draft", "picks: missing", true));
    assertThatTheOptimizerWrote(draft, "The language model gave no answer that holds");
  }

  private Deadline deadline() {
    return Deadline.in(Duration.ofSeconds(5), busan.clock);
  }
}
