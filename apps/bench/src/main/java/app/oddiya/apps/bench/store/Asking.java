package app.oddiya.apps.bench.store;

import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.apps.bench.Figure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests of the traveller, and how many statements each of them costs.
record Asking(StatementLog log, HttpClient client, PlanService service) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  Figure count(int bar, String method, String path, String body)
      throws IOException, InterruptedException {
    long before = log.position();
    JsonNode _ = send(method, path, body);
    String name = path.replaceFirst("/[0-9]+(?=/|$)", "/{id}").replace("/days/1/", "/days/{n}/");
    return Figure.atMost(bar, "statements of " + method + " " + name, log.since(before).size(), "");
  }

  JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
    return send(client, service, method, path, body);
  }

  /// With a key of its own, which only a generation looks at.
  static JsonNode send(
      HttpClient client, PlanService service, String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.subject().port() + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + service.token())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("If-Match", "*")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new BenchFailure(method + " " + path + ": " + answer.statusCode() + answer.body());
    }
    return JsonMapper.shared().readTree(answer.body());
  }
}
