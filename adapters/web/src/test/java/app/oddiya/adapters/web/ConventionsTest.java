package app.oddiya.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// "Conventions, everywhere" of the API's contract.
class ConventionsTest {

  private static final Issuer ISSUER = new Issuer("k1");
  private static final Issuer SIBLING = new Issuer("p1");
  private static final String TOKEN = "Bearer " + ISSUER.accessToken("7");
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private static NotesService notes;
  private static Client client;

  @BeforeAll
  static void start() {
    notes = NotesService.start(ISSUER, SIBLING);
    client = new Client(notes.running.port());
  }

  @AfterAll
  static void stop() {
    client.close();
    notes.close();
  }

  private static Client.Seen get(String path) {
    return client.get(path, "Authorization", TOKEN);
  }

  private static Client.Seen post(String body) {
    return client.send("POST", "/notes", body, "Authorization", TOKEN, "Content-Type", JSON);
  }

  private static Client.Seen patch(String body, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Authorization";
    all[1] = TOKEN;
    return client.send("PATCH", "/notes/1", body, all);
  }

  private static String internalToken(String caller, String user) {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(caller)
            .audience("notes")
            .subject(user.isEmpty() ? null : user)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .build();
    return SIBLING.sign(SIBLING.header("oddiya-internal+jwt").build(), claims);
  }

  @Test
  void anErrorIsAProblemDocument() {
    var answer =
        client.get("/notes/2?secret=1", "Authorization", TOKEN, "X-Request-Id", "abc-12345");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo(PROBLEM);
    assertThat(answer.body())
        .isEqualTo(
            "{\"type\":\"urn:oddiya:problem:not_found\",\"title\":\"Not found\",\"status\":404,"
                + "\"detail\":\"There is nothing here.\",\"instance\":\"/notes/2\","
                + "\"code\":\"not_found\",\"requestId\":\"abc-12345\"}");
  }

  @Test
  void allMistakesOfABodyAreToldAtOnce() {
    var answer = post("{\"title\":\"\",\"date\":\"2026-02-31\",\"x\":1}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("unknown_field");
    assertThat(answer.json("errors"))
        .isEqualTo(
            "[{\"pointer\":\"/x\",\"code\":\"unknown_field\",\"detail\":\"Nothing is known by this"
                + " name.\"},{\"pointer\":\"/title\",\"code\":\"too_short\",\"detail\":\"At least 1"
                + " characters are expected here.\"},{\"pointer\":\"/date\",\"code\":\"bad_format\","
                + "\"detail\":\"Expected here: a date, YYYY-MM-DD.\"}]");
    assertThat(post("{}").code()).isEqualTo("validation_failed");
  }

  @Test
  void aProblemMayHaveFieldsOfItsKind() {
    var answer = post("{\"title\":\"impossible\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("infeasible");
    assertThat(answer.json("conflicts")).isEqualTo("[\"/title\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "1",
        "nope",
        "{\"title\":\"a\",\"title\":\"b\"}",
        "{\"title\":\"\\ud800\"}",
        "{\"title\":\"a\\u0000\"}",
        "{\"title\":1e999999999}",
        "{\"title\":99999999999999999999}"
      })
  void noBodyIsEverAnswered5xx(String body) {
    assertThat(post(body).status()).isEqualTo(400);
  }

  @Test
  void aBodyNestedWithoutEndIsRefused() {
    assertThat(post("[".repeat(999)).code()).isEqualTo("malformed_json");
  }

  @Test
  void aBodyBeyondTheLimitIs413WhetherItsLengthIsSaidOrNot() {
    String long1 = "{\"title\":\"" + "a".repeat(1_000) + "\"}";

    assertThat(post(long1).code()).isEqualTo("body_too_large");
    assertThat(post(long1).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, 415",
    "application/json;charset=iso-8859-1, 415",
    "application/jsonx, 415",
    "'', 415",
    "application/json;charset=utf-8, 201",
    "application/json; charset=\"UTF-8\", 201",
    "Application/JSON, 201"
  })
  void aBodyHasToBeOfTheTypeThatIsExpected(String contentType, int status) {
    var answer =
        client.send(
            "POST",
            "/notes",
            "{\"title\":\"a\"}",
            "Authorization",
            TOKEN,
            "Content-Type",
            contentType);

    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void aMissingBodyIsABadRequest() {
    var answer = client.send("POST", "/notes", "", "Authorization", TOKEN);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("body_missing");
  }

  @ParameterizedTest
  @CsvSource({
    "*/*, 200",
    "application/*, 200",
    "'text/html, application/json;q=0.1', 200",
    "'application/json;q=0, */*', 406",
    "text/html, 406",
    "application/problem+json, 406",
    "'', 200"
  })
  void anAnswerHasToBeAcceptable(String accept, int status) {
    var answer = client.get("/notes/1", "Authorization", TOKEN, "Accept", accept);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo(status == 200 ? JSON : PROBLEM);
  }

  @Test
  void whatClientsLikeMoreIsWhatTheyGet() {
    String body = "{\"title\":\"a\"}";
    var events =
        client.send(
            "POST",
            "/notes",
            body,
            "Authorization",
            TOKEN,
            "Content-Type",
            JSON,
            "Accept",
            "application/json;q=0.5, text/event-stream");
    var json =
        client.send(
            "POST", "/notes", body, "Authorization", TOKEN, "Content-Type", JSON, "Accept", "*/*");

    assertThat(events.status()).isEqualTo(200);
    assertThat(events.header("Content-Type")).isEqualTo("text/event-stream");
    assertThat(events.body())
        .isEqualTo(
            "event: step\ndata: {\"done\":1}\n\nevent: note\ndata: {\"id\":\"2\",\"title\":\"a\"}\n\n");
    assertThat(json.status()).isEqualTo(201);
    assertThat(json.header("Location")).isEqualTo("/notes/2");
    assertThat(List.of(events.header("Vary"), json.header("Vary"))).containsOnly("Accept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST", "OPTIONS", "TRACE", "QUERY"})
  void aWrongMethodIsToldTheRightOnes(String method) {
    var answer = client.send(method, "/notes/1", "", "Authorization", TOKEN);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.code()).isEqualTo("method_not_allowed");
    assertThat(answer.header("Allow")).isEqualTo("DELETE, GET, HEAD, PATCH");
  }

  @Test
  void anUnknownMethodIs501OnAnyPath() {
    assertThat(client.send("BREW", "/notes/1", "", "Authorization", TOKEN).status()).isEqualTo(501);
    assertThat(client.send("BREW", "/nothing", "").code()).isEqualTo("not_implemented");
  }

  @Test
  void headIsGetWithoutTheBody() {
    var head = client.send("HEAD", "/notes/1", "", "Authorization", TOKEN);
    var get = get("/notes/1");

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(get.body().length()));
    assertThat(head.header("ETag")).isEqualTo("\"v1\"");
  }

  @Test
  void withoutATokenThereIsAChallengeWithoutAnError() {
    for (String[] headers :
        List.of(new String[] {}, new String[] {"Authorization", "Basic YTpi"})) {
      var answer = client.get("/notes", headers);

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.code()).isEqualTo("unauthorized");
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"oddiya\"");
    }
  }

  @Test
  void aBadTokenIsToldSo() {
    String bad = "Bearer " + Issuer.impostor("k1").accessToken("7");
    for (String[] headers :
        List.of(
            new String[] {"Authorization", bad},
            new String[] {"Authorization", "bearer x"},
            new String[] {"Authorization", TOKEN, "Authorization", TOKEN})) {
      var answer = client.get("/notes", headers);

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate"))
          .isEqualTo("Bearer realm=\"oddiya\", error=\"invalid_token\"");
    }
  }

  @Test
  void theSchemeOfATokenIsOfAnyCase() {
    assertThat(client.get("/notes", "Authorization", TOKEN.replace("Bearer", "bEARER")).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    // 401 before everything
    "PUT, /notes/2, false, text/html, text/plain, '', 401",
    "PATCH, /notes/2, false, text/html, text/plain, '', 401",
    "GET, /notes/x.y, false, '*/*', '', '', 401",
    "GET, /notes/1/2, false, '*/*', '', '', 401",
    // 404 by path or owner before 406, 415, 413, 428
    "PATCH, /notes/2, true, text/html, text/plain, '', 404",
    "PATCH, /notes/x.y, true, text/html, text/plain, '', 404",
    "PUT, /notes/x.y, true, text/html, text/plain, '', 404",
    "GET, /notes/1/2, true, text/html, '', '', 404",
    // 405 before 406
    "PUT, /notes/1, true, text/html, text/plain, '', 405",
    // 406 before 415
    "PATCH, /notes/1, true, text/html, text/plain, '', 406",
    // 415 before 428
    "PATCH, /notes/1, true, '*/*', text/plain, '', 415",
    // 428 and 412 before 400
    "PATCH, /notes/1, true, '*/*', application/json, '', 428",
    "PATCH, /notes/1, true, '*/*', application/json, '\"v0\"', 412",
    "PATCH, /notes/1, true, '*/*', application/json, '\"v1\"', 400"
  })
  void theFirstErrorInOrderWins(
      String method,
      String path,
      boolean signedIn,
      String accept,
      String type,
      String match,
      int status) {
    var answer =
        client.send(
            method,
            path,
            method.equals("GET") ? "" : "{bad",
            "Authorization",
            signedIn ? TOKEN : "none",
            "Accept",
            accept,
            type.isEmpty() ? "X-A" : "Content-Type",
            type,
            match.isEmpty() ? "X-B" : "If-Match",
            match);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo(PROBLEM);
  }

  @Test
  void a413WinsOver428() {
    assertThat(patch("{\"title\":\"" + "a".repeat(1_000) + "\"}", "Content-Type", JSON).status())
        .isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "\"v1\"", "\"v0\", \"v1\"", "W/\"v1\",\"v1\""})
  void aWriteStartsFromAStateItNames(String match) {
    var answer = patch("{\"title\":\"b\"}", "Content-Type", JSON, "If-Match", match);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo("\"v2\"");
  }

  @Test
  void aWeakTagNeverMatchesAndATagIsQuoted() {
    assertThat(patch("{}", "Content-Type", JSON, "If-Match", "W/\"v1\"").status()).isEqualTo(412);
    var unquoted = patch("{}", "Content-Type", JSON, "If-Match", "v1");
    assertThat(unquoted.status()).isEqualTo(400);
    assertThat(unquoted.code()).isEqualTo("malformed_if_match");
    assertThat(
            patch("{}", "Content-Type", JSON, "If-Match", "\"v0\"", "If-Match", "\"v1\"").status())
        .isEqualTo(200);
  }

  @Test
  void aMergePatchComesAsEitherJson() {
    for (String type : List.of("application/merge-patch+json", JSON)) {
      assertThat(patch("{\"notes\":null}", "Content-Type", type, "If-Match", "*").status())
          .isEqualTo(200);
    }
    assertThat(patch("{\"title\":null}", "Content-Type", JSON, "If-Match", "*").json("errors"))
        .contains("\"pointer\":\"/title\",\"code\":\"null\"");
    assertThat(patch("x", "Content-Type", "text/plain", "If-Match", "*").header("Accept-Patch"))
        .isEqualTo("application/merge-patch+json, application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 200, first of 20",
    "?limit=1, 200, first of 1",
    "?limit=100&other=x, 200, first of 100",
    "?limit=0, 400, out_of_range",
    "?limit=101, 400, out_of_range",
    "?limit=-1, 400, out_of_range",
    "?limit=1e1, 400, wrong_type",
    "?limit=, 400, wrong_type",
    "?limit=99999999999999999999, 400, wrong_type",
    "?limit=1&limit=2, 400, repeated",
    "?cursor=, 400, too_short",
    "?cursor=%00, 400, malformed_parameters",
    "?cursor=%ff, 400, malformed_parameters",
    "?cursor=%C3%A9%20+, 200, next",
    "?%6Cimit=3, 200, first of 3"
  })
  void listsAreReadByPages(String query, int status, String in) {
    var answer = get("/notes" + query);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).contains(in);
  }

  @Test
  void aListSaysWhetherMoreFollows() {
    assertThat(get("/notes").body()).endsWith("],\"nextCursor\":null}");
    assertThat(get("/notes?cursor=a").body()).endsWith("],\"nextCursor\":\"next\"}");
  }

  @Test
  void idsHoldNoDotSoThatOtherFormsCanFollow() {
    assertThat(get("/notes/1.ics").body()).isEqualTo("가");
    assertThat(get("/notes/1.ics").header("Content-Type")).isEqualTo("text/calendar;charset=utf-8");
    assertThat(get("/notes/2.ics").status()).isEqualTo(404);
    assertThat(get("/notes/1.txt").status()).isEqualTo(404);
    assertThat(get("/notes/latest").json("id")).isEqualTo("9");
    assertThat(client.send("DELETE", "/notes/latest", "", "Authorization", TOKEN).status())
        .isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/notes/", "/Notes/1", "/notes/1/", "/n%6ftes/1", "/notes/%31"})
  void aPathHasOneSpelling(String path) {
    assertThat(get(path).status()).isEqualTo(path.equals("/notes/%31") ? 200 : 404);
  }

  @Test
  void whereOnlyUsersGoAStrangerLearnsNothing() {
    assertThat(client.get("/notes/1/2").status()).isEqualTo(401);
    assertThat(client.get("/nothing").status()).isEqualTo(404);
    assertThat(client.get("/").code()).isEqualTo("not_found");
    assertThat(client.get("/internal/nothing").status()).isEqualTo(404);
  }

  @Test
  void anOutageIs503WithATimeToRetryAndABugIs500WithoutDetails() {
    var outage = client.get("/outage");
    assertThat(outage.status()).isEqualTo(503);
    assertThat(outage.header("Retry-After")).isEqualTo("2");
    var bug = client.get("/broken");
    assertThat(bug.status()).isEqualTo(500);
    assertThat(bug.code()).isEqualTo("internal_error");
    assertThat(client.get("/undeclared").status()).isEqualTo(500);
    assertThat(outage.body() + bug.body()).doesNotContain("secret", "Exception");
  }

  @Test
  void headersAreReadLikeEverythingElse() {
    String key = "00000000-0000-0000-0000-00000000002a";
    assertThat(
            client
                .send("PUT", "/once", "", "Authorization", TOKEN, "idempotency-key", key)
                .status())
        .isEqualTo(204);
    var missing = client.send("PUT", "/once", "", "Authorization", TOKEN);
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.json("errors"))
        .isEqualTo(
            "[{\"pointer\":\"/Idempotency-Key\",\"code\":\"required\",\"detail\":\"This is"
                + " missing.\",\"in\":\"header\"}]");
    assertThat(
            client
                .send("PUT", "/once", "", "Authorization", TOKEN, "Idempotency-Key", "1")
                .status())
        .isEqualTo(400);
  }

  @Test
  void aFormIsReadLikeEverythingElseAndItsErrorsAreOfTheFormAskedFor() {
    String form = "application/x-www-form-urlencoded";
    assertThat(
            client
                .send("POST", "/token", "grant_type=a%20b+c&x=y", "Content-Type", form)
                .json("token"))
        .isEqualTo("a b c");
    for (String bad :
        List.of(
            "x=y", "grant_type=", "grant_type=a&grant_type=b", "grant_type=%", "grant_type=%zz")) {
      var refused = client.send("POST", "/token", bad, "Content-Type", form);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.header("Content-Type")).isEqualTo(JSON);
      assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
      assertThat(refused.body()).isEqualTo("{\"error\":\"invalid_request\"}");
    }
    assertThat(client.send("POST", "/token", "{}", "Content-Type", JSON).header("Content-Type"))
        .isEqualTo(PROBLEM);
  }

  @Test
  void theHandlerIsToldWhoAsksAndUnderWhichTrace() {
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    var answer =
        client.get(
            "/seen",
            "Authorization",
            TOKEN,
            "X-Request-Id",
            "my.request_1",
            "traceparent",
            trace,
            "X-User-Id",
            "8");

    assertThat(answer.json("user")).isEqualTo("7");
    assertThat(answer.json("token")).isEqualTo("true");
    assertThat(answer.json("requestId")).isEqualTo("my.request_1");
    assertThat(answer.header("X-Request-Id")).isEqualTo("my.request_1");
    assertThat(answer.json("traceparent")).isEqualTo(trace);
    assertThat(Long.parseLong(answer.json("budget"))).isBetween(1_000L, 8_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "with space in it", "a\"b\"c\"d\"e", "ünïcödé-1234"})
  void anIllFormedRequestIdIsReplaced(String id) {
    var answer =
        client.get("/seen", "Authorization", TOKEN, "X-Request-Id", id, "traceparent", "x");

    assertThat(answer.header("X-Request-Id")).hasSize(32).isEqualTo(answer.json("requestId"));
    assertThat(answer.json("traceparent")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"500, 0, 500", "0, 0, 0", "999999, 6000, 8000", "soon, 6000, 8000", "-1, 6000, 8000"})
  void aCallersDeadlineOnlyShortensTheBudget(String header, long least, long most) {
    var answer = client.get("/seen", "Authorization", TOKEN, "Oddiya-Deadline-Ms", header);

    assertThat(Long.parseLong(answer.json("budget"))).isBetween(least, most);
  }

  @Test
  void anInternalRouteIsForTheCallersItNames() {
    String path = "/internal/seen";
    assertThat(client.get(path, "Oddiya-Internal-Token", internalToken("plan", "7")).json("user"))
        .isEqualTo("7");
    assertThat(client.get(path, "Oddiya-Internal-Token", internalToken("plan", "")).json("user"))
        .isEmpty();
    var other = client.get(path, "Oddiya-Internal-Token", internalToken("video", "7"));
    assertThat(other.status()).isEqualTo(403);
    assertThat(other.code()).isEqualTo("caller_not_allowed");
    assertThat(client.get(path).status()).isEqualTo(401);
    assertThat(client.get(path, "Authorization", TOKEN).status()).isEqualTo(401);
    assertThat(client.get(path, "Oddiya-Internal-Token", TOKEN.substring(7)).status())
        .isEqualTo(401);
  }

  @Test
  void onBehalfOfAUserTheUsersOwnTokenHasToComeAlong() {
    String path = "/internal/seen/1";
    String seven = internalToken("video", "7");
    assertThat(
            client.get(path, "Oddiya-Internal-Token", seven, "Authorization", TOKEN).json("token"))
        .isEqualTo("true");
    assertThat(client.get(path, "Oddiya-Internal-Token", seven).status()).isEqualTo(401);
    assertThat(
            client
                .get(
                    path,
                    "Oddiya-Internal-Token",
                    internalToken("video", "8"),
                    "Authorization",
                    TOKEN)
                .status())
        .isEqualTo(401);
    assertThat(
            client
                .get(
                    path,
                    "Oddiya-Internal-Token",
                    internalToken("video", ""),
                    "Authorization",
                    TOKEN)
                .status())
        .isEqualTo(401);
  }

  @Test
  void noAnswerTellsWhatServesIt() {
    var answer = get("/notes");

    assertThat(answer.headers()).doesNotContainKeys("server", "x-powered-by", "set-cookie");
  }
}
