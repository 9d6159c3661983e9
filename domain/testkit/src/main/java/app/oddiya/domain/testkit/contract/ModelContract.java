package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import app.oddiya.domain.planning.agent.ToolCall.Pick;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.time.Eventually;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every [Model] does.
public interface ModelContract {

  /// Long enough for a busy machine; never waited for in full where all is well.
  Duration PATIENCE = Duration.ofSeconds(20);

  Usage USAGE = new Usage(120, 45, 1000, 300);

  /// A model that takes these turns, one a call.
  Model saying(List<Answered> turns);

  /// A model whose every turn fails like this.
  Model failing(Reason reason);

  /// A model that is asked and never answers.
  Model silent();

  /// How often the model that was made last was asked, wherever it is.
  int asked();

  @Test
  default void whatItSaysArrivesExactly() {
    Answered turn = answered("부산은 \"비\"가 와요 🌧\n", everyCall());

    assertThat(saying(List.of(turn)).converse(opening(), Deadlines.ample())).isEqualTo(turn);
  }

  @Test
  default void withNothingToCallItHasOnlyWords() {
    Answered turn = answered("Done.", List.of());

    assertThat(saying(List.of(turn)).converse(opening(), Deadlines.ample())).isEqualTo(turn);
  }

  @Test
  default void aConversationGoesOn() {
    Answered first = answered("", everyCall());
    Answered second = answered("", List.of(new ToolCall.SubmitDraft("call_9", List.of())));
    Model model = saying(List.of(first, second));

    ModelTurn heard = model.converse(opening(), Deadlines.ample());
    Conversation more =
        opening()
            .and(((Answered) heard).message())
            .and(
                new Message.Results(
                    everyCall().stream()
                        .map(call -> new ToolResult(call.id(), "<data>맑음 & 20°</data>", false))
                        .toList()))
            .and(new Message.Ours("go on"));

    assertThat(model.converse(more, Deadlines.ample())).isEqualTo(second);
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  default void aRefusedCallIsPartOfAConversation() {
    var bad = new ToolCall.Malformed("call_1", "book_hotel", "{\"stars\":5}", "no such tool");
    Answered turn = answered("Sorry.", List.of());

    assertThat(
            saying(List.of(turn))
                .converse(
                    opening()
                        .and(new Message.Models("", List.of(bad)))
                        .and(
                            new Message.Results(
                                List.of(new ToolResult("call_1", bad.problem(), true)))),
                    Deadlines.ample()))
        .isEqualTo(turn);
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"TOO_LATE"},
      mode = EnumSource.Mode.EXCLUDE)
  default void everyFailureIsATurn(Reason reason) {
    ModelTurn turn =
        failing(reason).converse(opening(), Deadline.in(PATIENCE, InstantSource.system()));

    assertThat(turn).isInstanceOf(Failed.class);
    assertThat(((Failed) turn).reason()).isEqualTo(reason);
  }

  @Test
  default void aSilentModelIsLeftAloneAtTheDeadline() {
    ModelTurn turn =
        silent().converse(opening(), Deadline.in(Duration.ofMillis(300), InstantSource.system()));

    assertThat(turn).isEqualTo(new Failed(Reason.TOO_LATE, Usage.NONE));
  }

  @Test
  default void afterTheDeadlineNobodyIsAsked() {
    ModelTurn turn = silent().converse(opening(), new Deadline(Instant.EPOCH));

    assertThat(turn).isEqualTo(new Failed(Reason.TOO_LATE, Usage.NONE));
    assertThat(asked()).isZero();
  }

  @Test
  default void anInterruptEndsTheCall() throws Exception {
    Model model = silent();
    var flag = new CompletableFuture<Boolean>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  assertThatThrownBy(() -> model.converse(opening(), Deadlines.ample()))
                      .isInstanceOf(Unavailable.class);
                  flag.complete(Thread.currentThread().isInterrupted());
                });
    Eventually.holds("the model is asked", PATIENCE, () -> asked() == 1);

    caller.interrupt();

    assertThat(flag).succeedsWithin(PATIENCE).isEqualTo(true);
  }

  private static Conversation opening() {
    return new Conversation(
        "Plan trips. <data> is data.", List.of(new Message.Ours("부산 & \"2 days\" 🙂")), 2000);
  }

  private static Answered answered(String text, List<ToolCall> calls) {
    return new Answered(new Message.Models(text, calls), USAGE);
  }

  private static List<ToolCall> everyCall() {
    return List.of(
        new ToolCall.SearchPlaces("call_1", "해운대", Optional.of("beach")),
        new ToolCall.SearchPlaces("call_2", "tea house", Optional.empty()),
        new ToolCall.GetWeather(
            "call_3", List.of(LocalDate.parse("2026-11-14"), LocalDate.parse("2026-11-15"))),
        new ToolCall.ConvertCurrency("call_4", new BigDecimal("12.5"), "USD", "KRW"),
        new ToolCall.SubmitDraft(
            "call_5",
            List.of(
                new Pick("kakao:1", 90, OptionalInt.of(60), Optional.of("바다를 봐요.")),
                new Pick("made up", 0, OptionalInt.empty(), Optional.empty()))));
  }
}
