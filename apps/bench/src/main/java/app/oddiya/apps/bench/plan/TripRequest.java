package app.oddiya.apps.bench.plan;

import app.oddiya.apps.bench.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One request of the collection, and what is to come of it.
///
/// @param body as `POST /api/v1/plans/generate` takes it
/// @param conflicts the kinds that an impossible one is to be explained by; empty for a feasible
// one
record TripRequest(String name, JsonNode body, List<String> conflicts) {

  private static final Path FILE =
      Path.of("apps/llm-agent/src/test/resources/app/oddiya/apps/llmagent/plan-requests.jsonl");

  static List<TripRequest> read(Path root) {
    try {
      return Files.readAllLines(root.resolve(FILE)).stream()
          .map(JsonMapper.shared()::readTree)
          .map(TripRequest::of)
          .toList();
    } catch (IOException e) {
      throw new BenchFailure("the requests cannot be read: " + e.getMessage(), e);
    }
  }

  private static TripRequest of(JsonNode line) {
    return new TripRequest(
        line.get("name").asString(),
        line.get("request"),
        line.path("conflicts").valueStream().map(JsonNode::asString).toList());
  }

  boolean isFeasible() {
    return conflicts.isEmpty();
  }
}
