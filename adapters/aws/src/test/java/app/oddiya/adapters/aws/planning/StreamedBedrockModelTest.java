package app.oddiya.adapters.aws.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.stores.bedrock.Block;
import app.oddiya.apps.stores.bedrock.Said;
import app.oddiya.apps.stores.bedrock.Said.Broken;
import app.oddiya.apps.stores.bedrock.Said.How;
import app.oddiya.domain.planning.agent.Model;
import app.oddiya.domain.planning.agent.ModelTurn.Answered;
import app.oddiya.domain.planning.agent.ModelTurn.Failed;
import app.oddiya.domain.planning.agent.ModelTurn.Reason;
import app.oddiya.domain.planning.agent.ModelTurn.Usage;
import app.oddiya.domain.planning.agent.ToolCall.Malformed;
import app.oddiya.domain.shared.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class StreamedBedrockModelTest extends BedrockModels {

  StreamedBedrockModelTest() {
    super(true);
  }

  @Test
  void aModelThatDoesNotBeginIsAskedOnceMore() {
    Model model = warmModel(Duration.ofSeconds(1));
    bedrock.thenAlways(new Broken(TURN, How.SILENT));

    assertThat(model.converse(opening(), ample()))
        .isEqualTo(new Failed(Reason.UNAVAILABLE, Usage.NONE));
    assertThat(asked()).isEqualTo(1 + 2);
  }

  /// What a tool is called with is often held back until it is complete.
  @Test
  void aModelThatHasBegunHasUntilTheDeadline() {
    Model model = warmModel(Duration.ofMillis(1500));
    bedrock.thenAlways(new Broken(TURN, How.HANGS_HALFWAY));

    assertThat(
            model.converse(opening(), Deadline.in(Duration.ofMillis(2500), InstantSource.system())))
        .isEqualTo(new Failed(Reason.TOO_LATE, Usage.NONE));
    assertThat(asked()).isEqualTo(1 + 1);
  }

  @Test
  void aThrottledStreamCountsAsALostAnswer() {
    bedrock.thenAlways(new Broken(TURN, How.THROTTLED_HALFWAY));

    assertThat(model().converse(opening(), ample()))
        .isEqualTo(new Failed(Reason.THROTTLED, Usage.NONE));
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void argumentsThatAreNoJsonAreMalformedAndKeptAsTheyCame() {
    bedrock.says(Said.calls(Block.use("call_1", "submit_draft", "{\"picks\":[{\"pl")));

    Answered turn = (Answered) model().converse(opening(), ample());

    Malformed call = (Malformed) turn.message().calls().getFirst();
    assertThat(call.arguments()).isEqualTo("{\"picks\":[{\"pl");
    assertThat(call.problem()).isEqualTo("arguments: not a JSON object");
  }

  @Test
  void noArgumentsAreAnEmptyObject() {
    bedrock.says(Said.calls(Block.use("call_1", "get_weather", "")));

    Answered turn = (Answered) model().converse(opening(), ample());

    Malformed call = (Malformed) turn.message().calls().getFirst();
    assertThat(call.problem()).isEqualTo("/dates: missing");
  }
}
