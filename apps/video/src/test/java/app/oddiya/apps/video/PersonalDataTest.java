package app.oddiya.apps.video;

import static app.oddiya.apps.video.RunningVideo.parsed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.apps.stores.junit.S3Extension;
import app.oddiya.apps.stores.junit.SqsExtension;
import app.oddiya.domain.shared.UserId;
import com.nimbusds.jose.JOSEException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the user service asks for, on real stores: everything, and then nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalDataTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  @RegisterExtension static final S3Extension S3 = new S3Extension();
  @RegisterExtension static final SqsExtension SQS = new SqsExtension();

  private static final AtomicLong users = new AtomicLong(700_000);

  private RunningVideo service;

  @BeforeAll
  void start(@TempDir Path keys) throws IOException, JOSEException {
    service =
        new RunningVideo(
            new RunningVideo.Stores(POSTGRES, S3, SQS), keys, RunningVideo.Missing.NOTHING);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void nothingIsLeftOfAForgottenUserAndAnothersJobsAndFilesStay() throws IOException {
    UserId mina = newcomer();
    UserId jun = newcomer();
    String gone = ordered(mina);
    String kept = ordered(jun);

    assertThat(forget("user", mina).status()).isEqualTo(204);
    assertThat(forget("user", mina).status()).isEqualTo(204);

    assertThat(service.get(mina, "/api/v1/videos/" + gone).statusCode()).isEqualTo(404);
    assertThat(service.get(mina, "/api/v1/videos").body())
        .isEqualTo("{\"items\":[],\"nextCursor\":null}");
    assertThat(entries(exported("user", mina))).isEqualTo(Map.of("jobs.json", "[]"));
    assertThat(service.get(jun, "/api/v1/videos/" + kept).statusCode()).isEqualTo(200);
    assertThat(entries(exported("user", jun))).hasSize(3);
  }

  @Test
  void aForgottenUserWritesNothing() {
    UserId mina = newcomer();
    String one = service.uploaded(mina);
    String two = service.uploaded(mina);
    forget("user", mina);

    assertDeleted(
        service.post(
            mina,
            "/api/v1/videos/uploads",
            "{\"files\":[{\"kind\":\"photo\",\"contentType\":\"image/jpeg\",\"bytes\":9}]}"));
    assertDeleted(service.order(mina, UUID.randomUUID(), order(one, two)));
    assertDeleted(service.order(mina, UUID.randomUUID(), "{}"));
  }

  @Test
  void onlyTheUserServiceMayAsk() {
    UserId mina = newcomer();
    String job = ordered(mina);

    assertThat(forget("plan", mina).status()).isEqualTo(403);
    assertThat(exported("plan", mina).status()).isEqualTo(403);
    assertThat(service.send(service.as(mina, "/internal/users/" + mina).DELETE()).statusCode())
        .isEqualTo(401);
    assertThat(service.get(mina, "/internal/users/" + mina + "/export").statusCode())
        .isEqualTo(401);
    assertThat(service.get(mina, "/api/v1/videos/" + job).statusCode()).isEqualTo(200);
  }

  @Test
  void allJobsAndFilesOfAUserAreExported() throws IOException {
    UserId mina = newcomer();
    String job = ordered(mina);
    ordered(newcomer());

    Map<String, String> entries = entries(exported("user", mina));

    JsonNode jobs = JsonMapper.shared().readTree(entries.remove("jobs.json"));
    assertThat(jobs).hasSize(1);
    assertThat(jobs.get(0)).isEqualTo(parsed(service.get(mina, "/api/v1/videos/" + job)));
    assertThat(entries)
        .hasSize(2)
        .allSatisfy(
            (name, content) -> {
              assertThat(name).matches("uploads/[0-9a-f-]{36}");
              assertThat(content).isEqualTo("photo of " + mina);
            });
  }

  private static Map<String, String> entries(Answer answer) throws IOException {
    assertThat(answer.status()).isEqualTo(200);
    Map<String, String> entries = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
        entry = zip.getNextEntry();
      }
    }
    return entries;
  }

  private Answer forget(String caller, UserId user) {
    return service.calledBy(caller, Call.delete("/internal/users/{}", user));
  }

  private Answer exported(String caller, UserId user) {
    return service.calledBy(
        caller, Call.get("/internal/users/{}/export", user).header("Accept", "application/zip"));
  }

  private String ordered(UserId user) {
    String order = order(service.uploaded(user), service.uploaded(user));
    HttpResponse<String> taken = service.order(user, UUID.randomUUID(), order);
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
    return parsed(taken).path("jobId").asString();
  }

  private static String order(String one, String two) {
    return "{\"photoUrls\":[\"%s\",\"%s\"]}".formatted(one, two);
  }

  private static UserId newcomer() {
    return new UserId(users.incrementAndGet());
  }

  private static void assertDeleted(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\":\"account_deleted\"");
  }
}
