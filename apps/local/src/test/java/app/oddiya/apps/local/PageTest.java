package app.oddiya.apps.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.local.trip.Phone;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the app in a browser needs beyond the app on a phone, through the gateway as it stands.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {

  @RegisterExtension static final SharedSystem system = new SharedSystem();

  private static final String COOKIE_WISHED = "token_delivery=cookie";

  private final HttpClient http = HttpClient.newHttpClient();

  @AfterAll
  void stop() {
    http.close();
  }

  @Test
  void itsRefreshTokenComesAndGoesInACookie() throws Exception {
    Phone.Handover handover;
    try (Phone browser = new Phone(system.gateway(), line -> {})) {
      handover = browser.comeBack(TripWish.stranger("google"));
    }
    String redemption =
        JsonMapper.shared()
            .createObjectNode()
            .put("code", handover.code())
            .put("codeVerifier", handover.verifier())
            .put("tokenDelivery", "cookie")
            .toString();

    HttpResponse<String> redeemed =
        send(
            to("/oauth2/callback/google")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(redemption)));
    String first = cookie(redeemed);
    HttpResponse<String> refreshed = refresh(first);
    String second = cookie(refreshed);
    HttpResponse<String> out = form("/oauth2/revoke", COOKIE_WISHED, second);

    assertThat(redeemed.statusCode()).isEqualTo(200);
    assertThat(redeemed.body()).doesNotContain("refreshToken");
    assertThat(refreshed.statusCode()).isEqualTo(200);
    assertThat(second).isNotEqualTo(first);
    assertThat(out.statusCode()).isEqualTo(200);
    assertThat(refresh(second).statusCode()).isEqualTo(400);
  }

  @Test
  void aSignInEndsAtThePage() throws Exception {
    String redirect =
        URLEncoder.encode(system.gateway() + "/app/auth/callback", StandardCharsets.UTF_8);

    HttpResponse<String> begun =
        send(
            to(
                "/oauth2/authorize/google?codeChallenge="
                    + "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&redirectUri="
                    + redirect));

    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
  }

  @Test
  void itMaySendItsPhotosToTheStore(@TempDir Path folder) throws Exception {
    JsonNode upload;
    try (Person person = new Person(system.gateway(), folder)) {
      String wish = "{\"files\":[{\"kind\":\"photo\",\"contentType\":\"image/jpeg\",\"bytes\":5}]}";
      upload =
          JsonMapper.shared()
              .readTree(person.ask("POST", "/api/v1/videos/uploads", Map.of(), wish).body())
              .at("/uploads/0");
    }
    URI address = URI.create(upload.path("url").asString());

    HttpResponse<String> preflight =
        send(
            from(address)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
    HttpRequest.Builder put = from(address).PUT(BodyPublishers.ofString("photo"));
    upload
        .path("headers")
        .propertyStream()
        .filter(header -> !header.getKey().equalsIgnoreCase("Content-Length"))
        .forEach(header -> put.header(header.getKey(), header.getValue().asString()));
    HttpResponse<String> sent = send(put);

    assertThat(preflight.statusCode()).as(preflight.body()).isEqualTo(200);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
        .contains(system.gateway().toString());
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    assertThat(sent.headers().firstValue("Access-Control-Allow-Origin"))
        .contains(system.gateway().toString());
  }

  private HttpResponse<String> refresh(String cookie) throws IOException, InterruptedException {
    return form("/oauth2/token", "grant_type=refresh_token&" + COOKIE_WISHED, cookie);
  }

  private HttpResponse<String> form(String path, String form, String cookie)
      throws IOException, InterruptedException {
    return send(
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", cookie)
            .POST(BodyPublishers.ofString(form)));
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
  }

  private static HttpRequest.Builder to(String path) {
    return from(system.gateway().resolve(path));
  }

  /// As a page of the gateway sends it.
  private static HttpRequest.Builder from(URI address) {
    return HttpRequest.newBuilder(address).header("Origin", system.gateway().toString());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
