package app.oddiya.apps.video;

import static app.oddiya.apps.video.RunningVideo.PLANNER;
import static app.oddiya.apps.video.RunningVideo.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.apps.stores.junit.S3Extension;
import app.oddiya.apps.stores.junit.SqsExtension;
import app.oddiya.apps.video.RunningVideo.Missing;
import app.oddiya.apps.video.RunningVideo.Stores;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.video.job.JobQueue;
import app.oddiya.domain.video.job.JobQueue.Delivery;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VideoServiceTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final S3Extension S3 = new S3Extension();
  @RegisterExtension static final SqsExtension SQS = new SqsExtension();

  private static final AtomicLong users = new AtomicLong();

  private Path folder = Path.of(".");
  private RunningVideo service;

  @BeforeAll
  void start(@TempDir Path keys) throws IOException, JOSEException {
    folder = keys;
    service = running(Missing.NOTHING);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void anOrderIsTakenShownListedAndSentToTheWorkers() throws InterruptedException {
    UserId mina = newcomer();
    String order = order(service.uploaded(mina), service.uploaded(mina));

    HttpResponse<String> taken = service.order(mina, UUID.randomUUID(), order);

    assertThat(taken.statusCode()).isEqualTo(202);
    String id = parsed(taken).path("jobId").asString();
    assertThat(taken.body()).isEqualTo("{\"jobId\":\"" + id + "\",\"status\":\"PENDING\"}");
    assertThat(taken.headers().firstValue("Location")).contains("/api/v1/videos/" + id);

    HttpResponse<String> shown = service.get(mina, "/api/v1/videos/" + id);
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.headers().firstValue("ETag")).isPresent();
    JsonNode job = parsed(shown);
    assertThat(job.path("status").asString()).isEqualTo("PENDING");
    assertThat(job.path("template").asString()).isEqualTo("basic");
    assertThat(job.path("aspect").asString()).isEqualTo("9:16");
    assertThat(job.path("seconds").asInt()).isEqualTo(30);
    assertThat(job.path("music").asString()).isEqualTo("daybreak");

    JsonNode listed = parsed(service.get(mina, "/api/v1/videos?limit=1"));
    assertThat(listed.path("items").path(0)).isEqualTo(job);
    assertThat(listed.path("nextCursor").isNull()).isTrue();

    assertThat(heard(id)).isTrue();
  }

  @Test
  void aHundredEqualOrdersAtOnceAreOneJobAndOneAnswer() {
    UserId mina = newcomer();
    UUID key = UUID.randomUUID();
    String order = order(service.uploaded(mina), service.uploaded(mina));

    List<HttpResponse<String>> answers =
        Together.run(100, () -> insisted(() -> service.order(mina, key, order)));

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202);
    assertThat(new HashSet<>(answers.stream().map(HttpResponse::body).toList())).hasSize(1);
    assertThat(parsed(service.get(mina, "/api/v1/videos")).path("items").size()).isOne();
  }

  /// As a client does: on a busy machine a hundred at once may wait too long for a connection.
  private static HttpResponse<String> insisted(Supplier<HttpResponse<String>> order) {
    HttpResponse<String> answer = order.get();
    for (int again = 0; again < 20 && answer.statusCode() == 503; again++) {
      answer = order.get();
    }
    return answer;
  }

  @Test
  void aRepeatMayBeSpelledOtherwise() {
    UserId mina = newcomer();
    UUID key = UUID.randomUUID();
    String one = service.uploaded(mina);
    String two = service.uploaded(mina);

    HttpResponse<String> first = service.order(mina, key, order(one, two));
    HttpResponse<String> again =
        service.order(
            mina,
            key,
            """
            { "seconds": 30, "aspect": "9:16", "music": "daybreak", "keepAll": false,
              "template": "basic", "photos": [], "photoUrls": ["%s", "%s"] }
            """
                .formatted(one, two));

    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
  }

  @Test
  void anotherOrderUnderAUsedKeyIsRefused() {
    UserId mina = newcomer();
    UUID key = UUID.randomUUID();
    String one = service.uploaded(mina);
    String two = service.uploaded(mina);
    service.order(mina, key, order(one, two));

    HttpResponse<String> answer = service.order(mina, key, order(two, one));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(code(answer)).isEqualTo("idempotency_key_reused");
  }

  @Test
  void aKeyIsNeeded() {
    UserId mina = newcomer();
    String order = order(service.uploaded(mina), service.uploaded(mina));

    HttpResponse<String> without = service.post(mina, "/api/v1/videos", order);

    assertThat(without.statusCode()).isEqualTo(400);
    assertThat(parsed(without).at("/errors/0/in").asString()).isEqualTo("header");
  }

  @Test
  void filesHaveToBeTheUsersOwnAndSent() {
    UserId mina = newcomer();
    UserId jun = newcomer();
    String mine = service.uploaded(mina);
    String foreign = service.uploaded(jun);
    String unsent = service.permitted(mina, 3).path("fileUrl").asString();

    HttpResponse<String> answer =
        service.order(mina, UUID.randomUUID(), order(mine, foreign, unsent));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(errors(answer))
        .containsExactly("/photoUrls/1 not_found", "/photoUrls/2 not_uploaded");
  }

  @Test
  void aPlanHasToBeThere() {
    UserId mina = newcomer();
    String photos = photos(service.uploaded(mina), service.uploaded(mina));

    HttpResponse<String> with7 =
        service.order(mina, UUID.randomUUID(), "{" + photos + ",\"planId\":\"7\"}");
    HttpResponse<String> with8 =
        service.order(mina, UUID.randomUUID(), "{" + photos + ",\"planId\":\"8\"}");

    assertThat(with7.statusCode()).isEqualTo(202);
    assertThat(with8.statusCode()).isEqualTo(400);
    assertThat(errors(with8)).containsExactly("/planId not_found");
  }

  @Test
  void aJobIsItsOwnersAlone() {
    UserId mina = newcomer();
    UserId jun = newcomer();
    String order = order(service.uploaded(mina), service.uploaded(mina));
    String id = parsed(service.order(mina, UUID.randomUUID(), order)).path("jobId").asString();

    assertThat(service.get(mina, "/api/v1/videos/" + id).statusCode()).isEqualTo(200);
    HttpResponse<String> foreign = service.get(jun, "/api/v1/videos/" + id);
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(code(foreign)).isEqualTo("not_found");
    assertThat(parsed(service.get(jun, "/api/v1/videos")).path("items").isEmpty()).isTrue();
  }

  @Test
  void aKeyOfAnotherUserIsFree() {
    UserId mina = newcomer();
    UserId jun = newcomer();
    UUID key = UUID.randomUUID();
    String hers = order(service.uploaded(mina), service.uploaded(mina));
    String his = order(service.uploaded(jun), service.uploaded(jun));

    String first = service.order(mina, key, hers).body();
    HttpResponse<String> second = service.order(jun, key, his);

    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(second.body()).isNotEqualTo(first);
  }

  @Test
  void aFilmIsDeletedOnceAndItsKeyIsGone() {
    UserId mina = newcomer();
    UUID key = UUID.randomUUID();
    String photo = service.uploaded(mina);
    String order = order(photo, service.uploaded(mina));
    String path =
        "/api/v1/videos/" + parsed(service.order(mina, key, order)).path("jobId").asString();

    HttpResponse<String> foreign = service.send(service.as(newcomer(), path).DELETE());
    assertThat(foreign.statusCode()).isEqualTo(404);
    HttpResponse<String> deleted = service.send(service.as(mina, path).DELETE());
    assertThat(deleted.statusCode()).isEqualTo(204);

    assertThat(service.get(mina, path).statusCode()).isEqualTo(404);
    assertThat(service.send(service.as(mina, path).DELETE()).statusCode()).isEqualTo(404);
    HttpResponse<String> repeat = service.order(mina, key, order);
    assertThat(repeat.statusCode()).isEqualTo(410);
    assertThat(code(repeat)).isEqualTo("gone");
    HttpResponse<String> anew =
        service.order(mina, UUID.randomUUID(), order(photo, service.uploaded(mina)));
    assertThat(anew.statusCode()).as("its photos are gone with it").isEqualTo(400);
    assertThat(errors(anew)).containsExactly("/photoUrls/0 not_uploaded");
  }

  @Test
  void nobodyHasMoreFilmsUnderWayThanAllowedHoweverManyAreAskedForAtOnce() {
    UserId mina = newcomer();
    String order = order(service.uploaded(mina), service.uploaded(mina));

    List<HttpResponse<String>> answers =
        Together.run(30, () -> service.order(mina, UUID.randomUUID(), order));

    assertThat(answers).filteredOn(answer -> answer.statusCode() == 202).hasSize(10);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != 202)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(429);
              assertThat(code(answer)).isEqualTo("too_many_films");
              assertThat(answer.headers().firstValue("Retry-After")).contains("30");
            });
  }

  @Test
  void nobodySendsMoreInADayThanAllowed() {
    UserId mina = newcomer();
    String file = "{\"kind\":\"photo\",\"contentType\":\"image/jpeg\",\"bytes\":50000000}";
    String files = "{\"files\":[" + String.join(",", Collections.nCopies(50, file)) + "]}";
    for (int i = 0; i < 4; i++) {
      assertThat(service.post(mina, "/api/v1/videos/uploads", files).statusCode()).isEqualTo(201);
    }

    HttpResponse<String> more =
        service.post(mina, "/api/v1/videos/uploads", "{\"files\":[" + file + "]}");

    assertThat(more.statusCode()).isEqualTo(429);
    assertThat(code(more)).isEqualTo("too_many_bytes");
    assertThat(Integer.parseInt(more.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(86_000, 86_400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                      | /photoUrls required",
        "{'photoUrls':[]}                                        | /photoUrls ",
        "{'photoUrls':['x','x']}                                 | /photoUrls/1 ",
        "{'photoUrls':['https://a/b','s3://b']}                  | /photoUrls/0 not_found",
        "{'photoUrls':'x'}                                       | /photoUrls wrong_type",
        "{'photoUrls':['a','b'],'template':'nope'}               | /template not_one_of",
        "{'photoUrls':['a','b'],'aspect':'4:3'}                  | /aspect not_one_of",
        "{'photoUrls':['a','b'],'seconds':31}                    | /seconds not_one_of",
        "{'photoUrls':['a','b'],'seconds':1e400}                 | /seconds ",
        "{'photoUrls':['a','b'],'music':'nope'}                  | /music not_one_of",
        "{'photoUrls':['a','b'],'keepAll':null}                  | /keepAll ",
        "{'photoUrls':['a','b'],'title':''}                      | /title ",
        "{'photoUrls':['a','b'],'title':7}                       | /title wrong_type",
        "{'photoUrls':['a','b'],'photos':[{'photoUrl':'c'}]}     | /photos/0/photoUrl not_found",
        "{'photoUrls':['a','b'],'photos':[{'photoUrl':'a','takenAt':'now'}]} | /photos/0/takenAt ",
        "{'photoUrls':['a','b'],'photos':[{'photoUrl':'a','position':{'lat':91,'lng':0}}]}"
            + " | /photos/0/position/lat ",
        "{'photoUrls':['a','b'],'videoUrl':'x'}                  | /videoUrl unknown_field"
      })
  void aBadOrderIsToldWhatIsWrongWithIt(String order, String error) {
    HttpResponse<String> answer =
        service.order(newcomer(), UUID.randomUUID(), order.replace('\'', '"'));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(errors(answer)).anyMatch(told -> told.startsWith(error.strip()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "null",
        "{\"photoUrls\":[\"\\u0000\",\"b\"]}",
        "{\"photoUrls\":[\"\\ud800\",\"b\"]}",
        "{\"title\":\"a\",\"title\":\"b\"}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
      })
  void nonsenseIsAProblemAndNeverAFailure(String order) {
    HttpResponse<String> answer = service.order(newcomer(), UUID.randomUUID(), order);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'files':[]}                                                     | /files ",
        "{'files':[{'kind':'video','contentType':'video/mp4','bytes':1}]}  | /files/0/kind ",
        "{'files':[{'kind':'photo','contentType':'text/html','bytes':1}]}"
            + " | /files/0/contentType unsupported_type",
        "{'files':[{'kind':'music','contentType':'image/jpeg','bytes':1}]}"
            + " | /files/0/contentType unsupported_type",
        "{'files':[{'kind':'photo','contentType':'image/jpeg','bytes':0}]} | /files/0/bytes ",
        "{'files':[{'kind':'photo','contentType':'image/jpeg','bytes':50000001}]}"
            + " | /files/0/bytes ",
        "{'files':[{'kind':'photo','contentType':'image/jpeg','bytes':1,'sha256':'x'}]}"
            + " | /files/0/sha256 "
      })
  void aBadRequestForUploadsIsToldWhatIsWrongWithIt(String files, String error) {
    HttpResponse<String> answer =
        service.post(newcomer(), "/api/v1/videos/uploads", files.replace('\'', '"'));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(errors(answer)).anyMatch(told -> told.startsWith(error.strip()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "01", "9999999999999999999999", "1%00", "%2e%2e"})
  void anIdThatNoJobCouldHaveIsNotFound(String id) {
    int status = service.get(newcomer(), "/api/v1/videos/" + id).statusCode();

    assertThat(status).isIn(400, 404);
  }

  @Test
  void whatThereIsToChooseFromIsShown() {
    JsonNode choice = parsed(service.get(newcomer(), "/api/v1/videos/templates"));

    assertThat(choice.at("/templates/0/id").asString()).isEqualTo("basic");
    assertThat(choice.at("/templates/0/seconds").toString()).isEqualTo("[15,30,60]");
    assertThat(choice.at("/aspects/0").toString())
        .isEqualTo("{\"id\":\"9:16\",\"width\":1080,\"height\":1920}");
    assertThat(choice.at("/tracks/0/id").asString()).isEqualTo("daybreak");
  }

  @Test
  void withoutTheStoreOrderersAreAskedToComeBackAndTheirKeyStaysFree()
      throws IOException, JOSEException {
    UserId mina = newcomer();
    UUID key = UUID.randomUUID();
    String order = order(service.uploaded(mina), service.uploaded(mina));

    try (RunningVideo withoutStore = running(Missing.S3)) {
      HttpResponse<String> answer = withoutStore.order(mina, key, order);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    assertThat(service.order(mina, key, order).statusCode()).isEqualTo(202);
  }

  @Test
  void withoutThePlanServiceAnOrderWithAPlanIsAskedToComeBack() throws IOException, JOSEException {
    try (RunningVideo withoutPlans = running(Missing.PLAN)) {
      String photos = photos(withoutPlans.uploaded(PLANNER), withoutPlans.uploaded(PLANNER));

      HttpResponse<String> answer =
          withoutPlans.order(PLANNER, UUID.randomUUID(), "{" + photos + ",\"planId\":\"7\"}");

      assertThat(answer.statusCode()).isEqualTo(503);
    }
  }

  @Test
  void withoutTheQueueOrdersAreTakenAndSentOnceItIsBack()
      throws IOException, JOSEException, InterruptedException {
    UserId mina = newcomer();
    String id;
    try (RunningVideo withoutQueue = running(Missing.SQS)) {
      String order = order(withoutQueue.uploaded(mina), withoutQueue.uploaded(mina));
      HttpResponse<String> answer = withoutQueue.order(mina, UUID.randomUUID(), order);
      assertThat(answer.statusCode()).isEqualTo(202);
      id = parsed(answer).path("jobId").asString();
    }

    assertThat(heard(id)).isTrue();
  }

  private RunningVideo running(Missing missing) throws IOException, JOSEException {
    return new RunningVideo(new Stores(POSTGRES, S3, SQS), folder, missing);
  }

  private static UserId newcomer() {
    return new UserId(users.incrementAndGet());
  }

  private static String order(String... photos) {
    return "{" + photos(photos) + "}";
  }

  private static String photos(String... photos) {
    return "\"photoUrls\":[\"" + String.join("\",\"", photos) + "\"]";
  }

  private static String code(HttpResponse<String> answer) {
    return parsed(answer).path("code").asString();
  }

  /// Each error as `pointer code`.
  private static List<String> errors(HttpResponse<String> answer) {
    List<String> errors = new ArrayList<>();
    for (JsonNode error : parsed(answer).path("errors")) {
      errors.add(error.path("pointer").asString() + " " + error.path("code").asString());
    }
    return errors;
  }

  /// Whether a worker would hear of the job: reads what lies in the queue up to it.
  private static boolean heard(String job) throws InterruptedException {
    JobQueue queue = new Stores(POSTGRES, S3, SQS).queue();
    Optional<Delivery> next;
    do {
      next = queue.receive(Duration.ofSeconds(20), Duration.ofSeconds(60));
      if (next.isPresent() && next.get().job().toString().equals(job)) {
        return true;
      }
    } while (next.isPresent());
    return false;
  }
}
