package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Draft;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.PlanWriter;
import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.agent.Stage;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [PlanWriter] that passes on the words of another does.
public interface PlanWriterContract {

  UserId TRAVELLER = new UserId(41);

  /// A writer behind which `events` are told and `end` comes of it.
  PlanWriter telling(List<DraftEvent> events, Writing end);

  /// A writer behind which nobody answers.
  PlanWriter down();

  @Test
  default void whatIsToldArrivesInOrderAndTheDraftExactly() {
    List<DraftEvent> heard = new ArrayList<>();
    Writing written = new Writing.Written(draft());

    Writing end =
        telling(events(), written)
            .write(TRAVELLER, Trips.detailedWish(), List.of(), heard::add, Deadlines.ample());

    assertThat(heard).containsExactlyElementsOf(events());
    assertThat(end).isEqualTo(written);
  }

  @Test
  default void whatCannotBeIsExplained() {
    Writing infeasible =
        new Writing.Infeasible(
            List.of(
                new Conflict(
                    Conflict.Kind.AVOIDED_MUST_VISIT, List.of("/avoid/0", "/mustVisit/1"), "수족관")),
            List.of(new Relaxation("수족관", List.of(new Relaxation.Edit.Remove("/avoid/0")))));

    Writing end =
        telling(List.of(), infeasible)
            .write(TRAVELLER, Trips.detailedWish(), List.of(), _ -> {}, Deadlines.ample());

    assertThat(end).isEqualTo(infeasible);
  }

  @Test
  default void anOutageIsNoAnswer() {
    assertThatThrownBy(
            () -> down().write(TRAVELLER, Trips.wish(), List.of(), _ -> {}, Deadlines.ample()))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  default void aListenerThatHasHeardEnoughEndsTheWriting() {
    var gone = new IllegalStateException("gone");

    assertThatThrownBy(
            () ->
                telling(events(), new Writing.Written(draft()))
                    .write(
                        TRAVELLER,
                        Trips.wish(),
                        List.of(),
                        _ -> {
                          throw gone;
                        },
                        Deadlines.ample()))
        .isSameAs(gone);
  }

  private static List<DraftEvent> events() {
    List<DraftEvent> events = new ArrayList<>();
    events.add(new DraftEvent.StageReached(Stage.COLLECTING, 75));
    events.add(new DraftEvent.StageReached(Stage.CHECKING, 2));
    draft()
        .days()
        .forEach(
            day ->
                day.stops()
                    .forEach(stop -> events.add(new DraftEvent.StopFixed(day.date(), stop))));
    return events;
  }

  private static Draft draft() {
    Trip trip = Trips.trip();
    return new Draft(trip.title(), trip.source(), trip.days(), trip.totals(), trip.certificate());
  }
}
