package app.oddiya.adapters.services.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.services.planning.LlmAgentStub.Reply;
import app.oddiya.adapters.services.planning.wire.CheckBody;
import app.oddiya.adapters.services.planning.wire.CheckedView;
import app.oddiya.adapters.services.planning.wire.UnknownPlacesView;
import app.oddiya.domain.planning.agent.Checking;
import app.oddiya.domain.planning.agent.PlanChecker;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.PlanCheckerContract;
import app.oddiya.domain.testkit.story.Trips;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against a server that answers as llm-agent does.
class HttpPlanCheckerTest implements PlanCheckerContract {

  private final LlmAgentStub llmAgent = new LlmAgentStub();
  private final AtomicReference<Asked> asked = new AtomicReference<>();

  @AfterEach
  void stop() {
    llmAgent.close();
  }

  @Override
  public PlanChecker telling(Checking end) {
    return checker(
        llmAgent.answering(
            request -> {
              assertThat(request.method() + " " + request.target())
                  .isEqualTo("POST /internal/checks");
              CheckBody body = request.body(CheckBody.class);
              asked.set(new Asked(body.toSketch(), body.toHeld()));
              return switch (end) {
                case Checking.Checked checked -> Reply.of(200, CheckedView.of(checked));
                case Checking.UnknownPlaces unknown -> Reply.of(422, UnknownPlacesView.of(unknown));
              };
            }));
  }

  @Override
  public Asked asked() {
    return Objects.requireNonNull(asked.get());
  }

  @Override
  public PlanChecker down() {
    return checker(llmAgent.down());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {}",
        "200 | [",
        "422 | {\"code\":\"infeasible\"}",
        "422 | {\"places\":[\"nowhere\"]}",
        "400 | {\"code\":\"malformed_record\"}",
        "401 | {}",
        "503 | {}",
      })
  void whatTheContractDoesNotHaveIsAnOutage(int status, String body) {
    PlanChecker checker = checker(llmAgent.answering(_ -> new Reply(status, body)));

    assertThatThrownBy(
            () ->
                checker.check(
                    TRAVELLER,
                    Trips.sketch(),
                    List.of(),
                    Deadline.in(Duration.ofSeconds(10), InstantSource.system())))
        .isInstanceOf(Unavailable.class);
  }

  private PlanChecker checker(LlmAgentConfig config) {
    return PlanningServicesModule.planChecker(llmAgent.clients, config);
  }
}
