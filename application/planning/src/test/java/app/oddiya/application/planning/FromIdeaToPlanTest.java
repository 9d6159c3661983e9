package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.memory.planning.MemoryHeldPlaces;
import app.oddiya.adapters.memory.planning.MemoryPlans;
import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.domain.planning.agent.DraftEvent;
import app.oddiya.domain.planning.agent.Stage;
import app.oddiya.domain.planning.plan.Deletion;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.PlanSource;
import app.oddiya.domain.planning.plan.PlanSummary;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Stop;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Trips;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// The story of a plan: somebody has an idea, sees the plan grow, keeps it, finds it again, and
/// drops it in the end.
class FromIdeaToPlanTest {

  private static final UserId STRANGER = new UserId(42);

  private final Town busan = Town.withPlaces();
  private final MemoryTombstones tombstones = new MemoryTombstones();
  private final Plans plans = new MemoryPlans(tombstones);
  private final Deadline deadline = Deadline.in(Duration.ofSeconds(30), busan.clock);

  @Test
  void anIdeaBecomesAPlanThatCanBeFoundAgain() {
    PlanRequest idea = Trips.wish();
    List<DraftEvent> heard = new ArrayList<>();

    Generation generation =
        new GeneratePlan(busan.planner(), new MemoryHeldPlaces(), plans, tombstones, busan.clock)
            .generate(Town.TRAVELLER, idea, heard::add, deadline);

    Plan plan = ((Generation.Stored) generation).plan();
    assertThat(stages(heard))
        .containsExactly(
            Stage.COLLECTING, Stage.COLLECTING, Stage.CHOOSING, Stage.ROUTING, Stage.CHECKING);
    assertThat(stops(heard)).isEqualTo(plan.trip().stops()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(plan.trip().title()).isEqualTo("2 days in Busan");
    assertThat(plan.trip().source()).isEqualTo(PlanSource.OPTIMIZER);
    assertThat(plan.trip().certificate().verdict()).isEqualTo(Verdict.PASS);
    assertThat(plan.createdAt()).isEqualTo(busan.clock.instant());

    assertThat(new ReadPlan(plans).read(Town.TRAVELLER, plan.id(), deadline)).contains(plan);
    assertThat(new ReadPlan(plans).read(STRANGER, plan.id(), deadline)).isEmpty();
    assertThat(list()).extracting(PlanSummary::id).containsExactly(plan.id());

    Deletion deletion =
        new DeletePlan(plans).delete(Town.TRAVELLER, plan.id(), OptionalLong.of(1), deadline);
    assertThat(deletion).isEqualTo(Deletion.DELETED);
    assertThat(list()).isEmpty();
  }

  @Test
  void anIdeaThatCannotBeIsExplainedAndNothingIsStored() {
    Generation generation =
        new GeneratePlan(
                new Town().planner(), new MemoryHeldPlaces(), plans, tombstones, busan.clock)
            .generate(Town.TRAVELLER, Trips.wish(), _ -> {}, deadline);

    assertThat(generation).isInstanceOf(Generation.Infeasible.class);
    assertThat(list()).isEmpty();
  }

  private List<PlanSummary> list() {
    return new ListPlans(plans)
        .list(Town.TRAVELLER, new Page.Request(20, Optional.empty()), deadline)
        .items();
  }

  private static List<Stage> stages(List<DraftEvent> events) {
    List<Stage> stages = new ArrayList<>();
    for (DraftEvent event : events) {
      if (event instanceof DraftEvent.StageReached(var stage, _)) {
        stages.add(stage);
      }
    }
    return stages;
  }

  private static List<Stop> stops(List<DraftEvent> events) {
    List<Stop> stops = new ArrayList<>();
    for (DraftEvent event : events) {
      if (event instanceof DraftEvent.StopFixed(_, var stop)) {
        stops.add(stop);
      }
    }
    return stops;
  }
}
