package app.oddiya.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens below the routes: requests that are no HTTP, too long, or mean two things at once.
class RawHttpTest {

  private static final Issuer ISSUER = new Issuer("k1");
  private static final String TOKEN = ISSUER.accessToken("7");

  private static NotesService notes;

  @BeforeAll
  static void start() {
    notes = NotesService.start(ISSUER, new Issuer("p1"));
  }

  @AfterAll
  static void stop() {
    notes.close();
  }

  private static String answerTo(String request) throws IOException {
    try (RawHttp connection = new RawHttp(notes.running.port())) {
      return connection.send(request).readAll();
    }
  }

  private static String head(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  private static String get(String path) throws IOException {
    return answerTo(
        head(
            "GET " + path + " HTTP/1.1",
            "Host: a",
            "Authorization: Bearer " + TOKEN,
            "Connection: close"));
  }

  private static String post(String... headers) {
    return head(
        "POST /notes HTTP/1.1",
        "Host: a",
        "Authorization: Bearer " + TOKEN,
        "Content-Type: application/json",
        "Connection: close",
        String.join("\r\n", headers));
  }

  private static void assertProblem(String answer, int status, String code) {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status + " ")
        .containsIgnoringCase("content-type: application/problem+json")
        .containsIgnoringCase("x-request-id: ")
        .contains("\"status\":" + status, "\"code\":\"" + code + "\"", "\"requestId\":\"")
        .doesNotContain("jetty", "Jetty", "Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/notes/%2e%2e/seen",
        "/notes/..;/seen",
        "/notes/%2fseen",
        "/notes//1",
        "//notes/1",
        "/notes/%5cseen",
        "/notes/1%00",
        "/notes/%ff",
        "/notes/%",
        "/notes/%zz",
        "/notes/%25",
        "/notes/\\1",
        "/notes/\u00e9"
      })
  void aPathThatCouldMeanTwoThingsIsRefused(String path) throws IOException {
    assertProblem(get(path), 400, "malformed_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/notes/1;a=b", "/notes;/1", "/notes/%3b"})
  void parametersOfPathsLeadNowhere(String path) throws IOException {
    assertThat(get(path)).matches("(?s)HTTP/1.1 (400|404) .*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /\r\n\r\n",
        "nonsense\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX : b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX\r\n\r\n",
        "GET / HTTP/1.1\nHost: a\n\n",
        "POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\na",
        "POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\na",
        "POST /notes HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /notes HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"
      })
  void whatIsNoHttpIsRefusedAndTheConnectionClosed(String request) throws IOException {
    assertThat(answerTo(request)).matches("(?s)HTTP/1.1 (400|501|505) .*\"code\":\".*");
  }

  @Test
  void aVersionThatIsNotSpokenIsToldSo() throws IOException {
    assertProblem(answerTo("GET / HTTP/3.0\r\nHost: a\r\n\r\n"), 505, "version_not_supported");
  }

  @Test
  void headersAndAddressesHaveAnEnd() throws IOException {
    assertProblem(
        answerTo("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"),
        431,
        "headers_too_large");
    assertProblem(
        answerTo("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"),
        414,
        "uri_too_long");
  }

  @Test
  void aChunkedBodyIsReadAndHasAnEnd() throws IOException {
    String head = post("Transfer-Encoding: chunked");
    String chunk = "e\r\n{\"title\":\"a\"} \r\n";

    assertThat(answerTo(head + chunk + "0\r\n\r\n")).startsWith("HTTP/1.1 201 ");
    assertProblem(answerTo(head + chunk.repeat(200) + "0\r\n\r\n"), 413, "body_too_large");
    assertProblem(answerTo(head + "zz\r\n"), 400, "incomplete_body");
  }

  @ParameterizedTest
  @CsvSource({"100-continue, 417", "200-maybe, 417"})
  void aClientThatAsksFirstIsAnsweredFirst(String expect, int otherwise) throws IOException {
    String head = post("Content-Length: 13", "Expect: " + expect);
    try (RawHttp connection = new RawHttp(notes.running.port())) {
      connection.send(head);
      if (expect.startsWith("100")) {
        assertThat(connection.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
        assertThat(connection.send("{\"title\":\"a\"}").readAll()).startsWith("HTTP/1.1 201 ");
      } else {
        assertThat(connection.readAll()).startsWith("HTTP/1.1 " + otherwise);
      }
    }
  }

  @Test
  void aRefusalDoesNotWaitForTheBody() throws IOException {
    String answer =
        answerTo(
            head(
                "POST /notes HTTP/1.1",
                "Host: a",
                "Content-Type: application/json",
                "Content-Length: 900",
                "Expect: 100-continue"));

    assertProblem(answer, 401, "unauthorized");
  }

  @Test
  void aBodyThatIsStillToComeEndsTheConnectionAndTheAnswerSaysSo() throws IOException {
    String early =
        answerTo(head("POST /notes HTTP/1.1", "Host: a", "Content-Length: 5"))
            .toLowerCase(Locale.ROOT);
    assertThat(early).startsWith("http/1.1 401 ").contains("connection: close");
  }

  @Test
  void aBodyThatNobodyReadIsNotTakenForARequest() throws IOException {
    String unread = head("POST /notes HTTP/1.1", "Host: a", "Content-Length: 5") + "GET /";
    String last = head("GET /outage HTTP/1.1", "Host: a", "Connection: close");

    assertThat(answerTo(unread + last))
        .containsPattern("(?s)^HTTP/1.1 401 .*HTTP/1.1 503 ")
        .doesNotContain("HTTP/1.1 40[04]");
  }

  @Test
  void aConnectionServesOneRequestAfterAnother() throws IOException {
    String one = "GET /broken HTTP/1.1\r\nHost: a\r\n\r\n";
    String last = "GET /outage HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    assertThat(answerTo(one + one + last))
        .containsPattern("(?s)HTTP/1.1 500 .*HTTP/1.1 500 .*HTTP/1.1 503 ");
  }
}
