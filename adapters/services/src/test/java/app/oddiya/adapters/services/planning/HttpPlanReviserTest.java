package app.oddiya.adapters.services.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.services.planning.LlmAgentStub.Reply;
import app.oddiya.adapters.services.planning.wire.InfeasibleView;
import app.oddiya.adapters.services.planning.wire.ReviseBody;
import app.oddiya.adapters.services.planning.wire.TripView;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.planning.agent.PlanReviser;
import app.oddiya.domain.planning.agent.Revising;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.PlanReviserContract;
import app.oddiya.domain.testkit.story.Trips;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against a server that answers as llm-agent does.
class HttpPlanReviserTest implements PlanReviserContract {

  private final LlmAgentStub llmAgent = new LlmAgentStub();
  private final AtomicReference<Asked> asked = new AtomicReference<>();

  @AfterEach
  void stop() {
    llmAgent.close();
  }

  @Override
  public PlanReviser telling(Revising end) {
    return reviser(
        llmAgent.answering(
            request -> {
              assertThat(request.method() + " " + request.target())
                  .isEqualTo("POST /internal/plan-revisions");
              ReviseBody body = request.body(ReviseBody.class);
              asked.set(
                  new Asked(
                      body.trip().toTrip(), body.instruction(), body.toLocked(), body.toHeld()));
              return switch (end) {
                case Revising.Proposed(var trip) -> Reply.of(200, TripView.of(trip));
                case Revising.NotUnderstood() ->
                    new Reply(422, "{\"status\":422,\"code\":\"not_understood\"}");
                case Revising.Infeasible(var conflicts, var relaxations) -> {
                  String extension =
                      new String(
                          Wire.write(InfeasibleView.of(conflicts, relaxations)),
                          StandardCharsets.UTF_8);
                  yield new Reply(
                      422, "{\"status\":422,\"code\":\"infeasible\"," + extension.substring(1));
                }
              };
            }));
  }

  @Override
  public Asked asked() {
    return Objects.requireNonNull(asked.get());
  }

  @Override
  public PlanReviser down() {
    return reviser(llmAgent.down());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"200 | {}", "422 | {\"status\":422,\"code\":\"tired\"}", "403 | {}", "503 | {}"})
  void whatTheContractDoesNotHaveIsAnOutage(int status, String body) {
    PlanReviser reviser = reviser(llmAgent.answering(_ -> new Reply(status, body)));

    assertThatThrownBy(
            () ->
                reviser.revise(
                    TRAVELLER,
                    Trips.trip(),
                    INSTRUCTION,
                    List.of(),
                    List.of(),
                    Deadline.in(Duration.ofSeconds(10), InstantSource.system())))
        .isInstanceOf(Unavailable.class);
  }

  private PlanReviser reviser(LlmAgentConfig config) {
    return PlanningServicesModule.planReviser(llmAgent.clients, config);
  }
}
