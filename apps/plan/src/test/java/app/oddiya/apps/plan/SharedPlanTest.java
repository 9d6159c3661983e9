package app.oddiya.apps.plan;

import static app.oddiya.apps.plan.Answers.parsed;
import static app.oddiya.apps.plan.RunningPlan.newcomer;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.stores.junit.PostgresExtension;
import app.oddiya.domain.shared.UserId;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Plans that leave the service: as files of their owner, and by links to others.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedPlanTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private RunningPlan service;

  @BeforeAll
  void start() {
    service = RunningPlan.on(POSTGRES);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ics,text/calendar,BEGIN:VCALENDAR",
    "gpx,application/gpx+xml,<?xml version=\"1.0\"",
    "geojson,application/geo+json,{\"type\":\"FeatureCollection\""
  })
  void aPlanIsHandedOutAsAFile(String ending, String mediaType, String beginning) {
    UserId minji = newcomer();
    String path = service.generated(minji);

    HttpResponse<String> file = service.send(service.as(minji, path + "." + ending));

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).startsWith(beginning).contains("Place stop-1");
    assertThat(header(file, "Content-Type")).isEqualTo(mediaType + ";charset=utf-8");
    assertThat(header(file, "ETag")).isEqualTo("\"1\"");
    assertThat(header(file, "Content-Disposition"))
        .matches(
            "attachment; filename=\"oddiya-[0-9]+\\."
                + ending
                + "\"; filename\\*=UTF-8''%EB%B6%80%EC%82%B0%202%EC%9D%BC\\."
                + ending);
    assertThat(service.send(service.as(newcomer(), path + "." + ending)).statusCode())
        .isEqualTo(404);
    assertThat(service.send(service.asNobody(path + "." + ending)).statusCode()).isEqualTo(401);
    assertThat(
            service
                .send(service.as(minji, path + "." + ending).header("Accept", "image/png"))
                .statusCode())
        .isEqualTo(406);
  }

  @Test
  void aLinkShowsAPlanToAnybody() {
    UserId minji = newcomer();
    String path = service.generated(minji);

    HttpResponse<String> shared = share(minji, path);

    assertThat(shared.statusCode()).isEqualTo(201);
    String url = parsed(shared).path("url").asString();
    assertThat(url).matches("https://oddiya\\.example/share/[A-Za-z0-9_-]{43}");
    assertThat(header(shared, "Location")).isEqualTo(url);
    HttpResponse<String> shown = service.send(service.asNobody(pathOf(url)));
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(parsed(shown).propertyNames())
        .containsExactly(
            "title",
            "language",
            "updatedAt",
            "startDate",
            "endDate",
            "source",
            "days",
            "certificate");
    assertThat(header(shown, "Cache-Control")).isEqualTo("private, no-cache");
    assertThat(header(shown, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(shown, "X-Robots-Tag")).isEqualTo("noindex, nofollow");
    assertThat(header(shown, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(shown, "Vary")).isEqualTo("Accept");
  }

  @Test
  void aBrowserGetsAPage() {
    UserId minji = newcomer();
    String url = parsed(share(minji, service.generated(minji))).path("url").asString();

    HttpResponse<String> page =
        service.send(
            service
                .asNobody(pathOf(url))
                .header(
                    "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(header(page, "Content-Security-Policy")).startsWith("default-src 'none';");
    assertThat(page.body()).startsWith("<!doctype html>").contains("<h1>부산 2일</h1>");
    HttpResponse<String> json = service.send(service.asNobody(pathOf(url)));
    assertThat(header(page, "ETag")).isNotEqualTo(header(json, "ETag"));
  }

  @Test
  void severalLinksAreOpenUntilAllAreClosed() {
    UserId minji = newcomer();
    String path = service.generated(minji);
    String first = pathOf(parsed(share(minji, path)).path("url").asString());
    String second = pathOf(parsed(share(minji, path)).path("url").asString());
    assertThat(first).isNotEqualTo(second);
    assertThat(service.send(service.asNobody(first)).statusCode()).isEqualTo(200);
    assertThat(service.send(service.asNobody(second)).statusCode()).isEqualTo(200);

    HttpRequest.Builder close = service.as(minji, path + "/share").DELETE();
    assertThat(service.send(close).statusCode()).isEqualTo(204);
    assertThat(service.send(close).statusCode()).isEqualTo(204);

    assertThat(service.send(service.asNobody(first)).statusCode()).isEqualTo(404);
    assertThat(service.send(service.asNobody(second)).statusCode()).isEqualTo(404);
  }

  @Test
  void anothersPlanIsNeitherSharedNorClosed() {
    UserId minji = newcomer();
    UserId haru = newcomer();
    String path = service.generated(minji);
    String link = pathOf(parsed(share(minji, path)).path("url").asString());

    assertThat(share(haru, path).statusCode()).isEqualTo(404);
    assertThat(service.send(service.as(haru, path + "/share").DELETE()).statusCode())
        .isEqualTo(404);
    assertThat(service.send(service.asNobody(link)).statusCode()).isEqualTo(200);
  }

  @Test
  void aDeletedPlanIsNotShownAnyMore() {
    UserId minji = newcomer();
    String path = service.generated(minji);
    String link = pathOf(parsed(share(minji, path)).path("url").asString());

    service.send(service.as(minji, path).header("If-Match", "*").DELETE());

    assertThat(service.send(service.asNobody(link)).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "x", "1", "~", "a.b"})
  void whatIsNoTokenIsAnsweredAsOneThatIsClosed(String token) {
    UserId minji = newcomer();
    String path = service.generated(minji);
    String closed = pathOf(parsed(share(minji, path)).path("url").asString());
    service.send(service.as(minji, path + "/share").DELETE());

    HttpResponse<String> ofClosed = service.send(service.asNobody(closed));
    HttpResponse<String> answer = service.send(service.asNobody("/share/" + token));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(told(answer)).isEqualTo(told(ofClosed));
  }

  private static String told(HttpResponse<String> answer) {
    return answer
        .body()
        .replaceAll("\"(instance|requestId)\":\"[^\"]*\"", "")
        .concat(header(answer, "Content-Type"));
  }

  private HttpResponse<String> share(UserId user, String path) {
    return service.send(service.as(user, path + "/share").POST(BodyPublishers.noBody()));
  }

  private static String pathOf(String url) {
    return url.substring(RunningPlan.PUBLIC_URL.toString().length());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
