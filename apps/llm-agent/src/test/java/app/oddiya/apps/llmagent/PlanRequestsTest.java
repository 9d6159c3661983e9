package app.oddiya.apps.llmagent;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.services.planning.wire.GenerateBody;
import app.oddiya.adapters.web.json.MalformedJson;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.planning.agent.Conflict;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.shared.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The requests that `./oddiya bench plan` asks for as well: what can be met is met, and what
/// cannot is explained by what is the matter with it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanRequestsTest {

  private final SetUp setUp = new SetUp();

  /// @param conflicts by their codes; empty for a feasible one
  record Asked(String name, PlanRequest request, List<String> conflicts) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Asked> requests() throws IOException {
    try (InputStream in = PlanRequestsTest.class.getResourceAsStream("plan-requests.jsonl")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(JsonMapper.shared()::readTree)
          .map(PlanRequestsTest::asked);
    }
  }

  private static Asked asked(JsonNode line) {
    try {
      byte[] body = line.get("request").toString().getBytes(StandardCharsets.UTF_8);
      return new Asked(
          line.get("name").asString(),
          Wire.readAnswer(GenerateBody.class, body).toRequest(),
          line.path("conflicts").valueStream().map(JsonNode::asString).toList());
    } catch (MalformedJson e) {
      throw new AssertionError(line.toString(), e);
    }
  }

  @AfterAll
  void stop() {
    setUp.close();
  }

  @Test
  void thereAreSixtyAtLeastInEveryLanguageAndNoneTwice() throws IOException {
    assertThat(requests()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(requests().map(Asked::name)).doesNotHaveDuplicates();
    assertThat(requests().map(asked -> asked.request().language()).distinct()).hasSize(4);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void whatCanBeMetIsMetAndWhatCannotIsExplained(Asked asked) {
    Writing writing =
        setUp
            .component()
            .writer()
            .write(
                RunningLlmAgent.TRAVELLER,
                asked.request(),
                List.of(),
                _ -> {},
                Deadline.in(Duration.ofSeconds(30), RunningLlmAgent.CLOCK));

    switch (writing) {
      case Writing.Written(var draft) -> {
        assertThat(asked.conflicts()).isEmpty();
        assertThat(draft.certificate().verdict()).isNotEqualTo(Verdict.FAIL);
      }
      case Writing.Infeasible(var conflicts, _) ->
          assertThat(conflicts)
              .extracting(Conflict::kind)
              .extracting(Conflict.Kind::code)
              .containsExactlyElementsOf(asked.conflicts());
    }
  }
}
