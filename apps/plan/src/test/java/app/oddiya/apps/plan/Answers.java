package app.oddiya.apps.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the plan service answers, as tests read it.
final class Answers {

  private Answers() {}

  static JsonNode parsed(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  /// What is wrong with the fields of a request, each as `/pointer code`.
  static List<String> complaints(HttpResponse<String> answer) {
    List<String> complaints = new ArrayList<>();
    parsed(answer)
        .path("errors")
        .forEach(
            error ->
                complaints.add(
                    error.path("pointer").asString() + " " + error.path("code").asString()));
    return complaints;
  }

  static void assertProblem(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(parsed(answer).path("status").asInt()).isEqualTo(status);
  }

  static void assertProblem(int status, String code, HttpResponse<String> answer) {
    assertProblem(status, answer);
    assertThat(parsed(answer).path("code").asString()).isEqualTo(code);
  }
}
