package app.oddiya.apps.stores.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BedrockServerTest {

  private static final String TOOLS =
      """
      "toolConfig":{"tools":[{"toolSpec":{"name":"find","description":"Finds.",\
      "inputSchema":{"json":{"type":"object"}}}},{"cachePoint":{"type":"default"}}]}""";

  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=k/20261114/us-east-1/bedrock/aws4_request, "
          + "SignedHeaders=host;x-amz-date, Signature="
          + "0".repeat(64);

  private final BedrockServer server = BedrockServer.start();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  @Test
  void aConversationIsAnswered() throws Exception {
    server.says(asked -> Said.words(asked.results().getFirst().at("/content/0/text").asString()));

    HttpResponse<String> answer =
        ask(
            SIGNED,
            """
            {"messages":[%s,%s,%s],%s}"""
                .formatted(
                    user("{\"text\":\"hi\"},{\"cachePoint\":{\"type\":\"default\"}}"),
                    assistant(use("a")),
                    user(result("a")),
                    TOOLS));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains(
            "{\"message\":{\"role\":\"assistant\",\"content\":[{\"text\":\"found\"}]}}",
            "\"stopReason\":\"end_turn\"");
    assertThat(server.asked().getFirst().model()).isEqualTo("some:model");
    assertThat(server.problems()).isEmpty();
  }

  @Test
  void whoDoesNotSignIsRefused() throws Exception {
    assertRefused(ask("Bearer x", "{\"messages\":[%s]}".formatted(user(text()))), "Authorization");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no messages                    | {"messages":[]}                    | messages
          an unknown member              | {"messages":[U(T)],"model":"x"}    | model
          two of the user's in a row     | {"messages":[U(T),U(T)]}           | role
          the model first                | {"messages":[A(T)]}                | role
          the model last                 | {"messages":[U(T),A(T)]}           | last
          a blank text                   | {"messages":[U({"text":" "})]}     | blank
          tools spoken of and not told   | {"messages":[U(T),A(C),U(R)]}      | toolConfig
          a call without its result      | {"messages":[U(T),A(C),U(T)],TOOLS}| toolResult
          a result without its call      | {"messages":[U(T),A(T),U(R)],TOOLS}| toolResult
          a result of another call       | {"messages":[U(T),A(C),U(O)],TOOLS}| toolResult
          five points to cache at        | {"messages":[U(T,P,P,P,P,P)]}      | cachePoint
          nothing before what is cached  | {"messages":[U(P,T)]}              | cachePoint
          a limit of no tokens | {"messages":[U(T)],"inferenceConfig":{"maxTokens":0}} | maxTokens
          two in one block               | {"messages":[U({"text":"a","image":{}})]} | image
          """)
  void whatAwsWouldRefuseIsRefused(String what, String body, String problem) throws Exception {
    assertRefused(ask(SIGNED, expanded(body)), problem);
  }

  private void assertRefused(HttpResponse<String> answer, String problem) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue("ValidationException");
    assertThat(server.problems()).hasSize(1);
    assertThat(server.problems().getFirst()).contains(problem);
  }

  private HttpResponse<String> ask(String authorization, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(server.endpoint().resolve("/model/some%3Amodel/converse"))
            .header("Authorization", authorization)
            .header("X-Amz-Date", "20261114T003000Z")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String expanded(String body) {
    return body.replaceAll("U\\(([^)]*)\\)", "{\"role\":\"user\",\"content\":[$1]}")
        .replaceAll("A\\(([^)]*)\\)", "{\"role\":\"assistant\",\"content\":[$1]}")
        .replaceAll("(?<=[\\[,])T(?=[,\\]])", text())
        .replaceAll("(?<=[\\[,])P(?=[,\\]])", "{\"cachePoint\":{\"type\":\"default\"}}")
        .replaceAll("(?<=[\\[,])C(?=[,\\]])", use("a"))
        .replaceAll("(?<=[\\[,])R(?=[,\\]])", result("a"))
        .replaceAll("(?<=[\\[,])O(?=[,\\]])", result("b"))
        .replace("TOOLS", TOOLS);
  }

  private static String user(String content) {
    return "{\"role\":\"user\",\"content\":[" + content + "]}";
  }

  private static String assistant(String content) {
    return "{\"role\":\"assistant\",\"content\":[" + content + "]}";
  }

  private static String text() {
    return "{\"text\":\"hi\"}";
  }

  private static String use(String id) {
    return "{\"toolUse\":{\"toolUseId\":\"" + id + "\",\"name\":\"find\",\"input\":{}}}";
  }

  private static String result(String id) {
    return "{\"toolResult\":{\"toolUseId\":\""
        + id
        + "\",\"content\":[{\"text\":\"found\"}],\"status\":\"success\"}}";
  }
}
