package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.PlanReviser;
import app.oddiya.domain.planning.agent.Relaxation;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.plan.StopId;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [PlanReviser] that passes on the words of another does.
public interface PlanReviserContract {

  UserId TRAVELLER = new UserId(41);
  String INSTRUCTION = "둘째 날은 \"비\"가 온대요 ☔ <천천히>\n부탁해요";
  List<StopId> LOCKED = List.of(new StopId(new UUID(0, 2)), new StopId(new UUID(0, 1)));

  /// A reviser behind which `end` comes of whatever is asked.
  PlanReviser telling(Revising end);

  /// What arrived behind the reviser that was told what to say.
  Asked asked();

  /// A reviser behind which nobody answers.
  PlanReviser down();

  /// What a reviser is asked.
  record Asked(Trip trip, String instruction, List<StopId> locked, List<Place> held) {}

  @Test
  default void aProposalComesBackExactly() {
    Revising proposed = new Revising.Proposed(Trips.shorter(Trips.trip()));

    assertThat(revise(telling(proposed))).isEqualTo(proposed);
  }

  @Test
  default void aProposalForAPlanWrittenByHandComesBackExactly() {
    Revising proposed = new Revising.Proposed(Trips.shorter(Trips.byHand()));

    PlanReviser reviser = telling(proposed);

    assertThat(revise(reviser, Trips.byHand())).isEqualTo(proposed);
    assertThat(asked().trip()).isEqualTo(Trips.byHand());
  }

  @Test
  default void whatIsNotUnderstoodIsSaid() {
    assertThat(revise(telling(new Revising.NotUnderstood())))
        .isEqualTo(new Revising.NotUnderstood());
  }

  @Test
  default void whatCannotBeIsExplained() {
    Revising infeasible =
        new Revising.Infeasible(
            List.of(
                new Conflict(Conflict.Kind.MUST_VISIT_CLOSED, List.of("/instruction"), "월요일에 쉬어요")),
            List.of(
                new Relaxation(
                    "하루 더", List.of(new Relaxation.Edit.Replace("/endDate", "2027-04-12")))));

    assertThat(revise(telling(infeasible))).isEqualTo(infeasible);
  }

  @Test
  default void whatIsAskedArrivesExactly() {
    revise(telling(new Revising.NotUnderstood()));

    assertThat(asked()).isEqualTo(new Asked(Trips.trip(), INSTRUCTION, LOCKED, held()));
  }

  @Test
  default void anOutageIsNoAnswer() {
    assertThatThrownBy(() -> revise(down())).isInstanceOf(Unavailable.class);
  }

  private static Revising revise(PlanReviser reviser) {
    return revise(reviser, Trips.trip());
  }

  private static Revising revise(PlanReviser reviser, Trip trip) {
    return reviser.revise(TRAVELLER, trip, INSTRUCTION, LOCKED, held(), Deadlines.ample());
  }

  private static List<Place> held() {
    return List.of(Trips.museum("stop-1", new GeoPoint(35.11, 129.05)));
  }
}
