package app.oddiya.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServiceTest {

  private static final Issuer ISSUER = new Issuer("k1");
  private static final Issuer PLAN = new Issuer("p1");
  private static final String TOKEN = ISSUER.accessToken("7");
  private static RunningService service;
  private static HttpClient http;

  @BeforeAll
  static void start() {
    service = NotesService.start(ISSUER, PLAN);
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    service.stop();
    http.close();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void answersWhatItsRouteSays() throws Exception {
    var answer = send(request("/notes/1").header("Authorization", "Bearer " + TOKEN));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"id\":\"1\",\"title\":\"first\"}");
    assertThat(answer.headers().firstValue("ETag")).hasValue("\"v1\"");
  }

  @Test
  void tellsAllMistakesAtOnce() throws Exception {
    var answer =
        send(
            request("/notes")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"title\":\"\",\"date\":\"2026-02-31\",\"tags\":[1],\"x\":1}")));
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void streamsEvents() throws Exception {
    var answer =
        send(
            request("/notes")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString("{\"title\":\"a\"}")));
    assertThat(answer.statusCode()).isEqualTo(200);
  }
}
