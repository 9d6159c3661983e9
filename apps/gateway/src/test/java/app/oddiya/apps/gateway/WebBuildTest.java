package app.oddiya.apps.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.web.BadSettings;
import app.oddiya.adapters.web.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What browsers and phones get from the gateway itself.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebBuildTest {

  private static final String PRINT = "AB:" + "01:".repeat(30) + "EF";

  private final Village village = new Village();
  private final HttpClient http = HttpClient.newHttpClient();
  private final RunningService plain = Main.start(village.environment("redis://127.0.0.1:1"));
  private final RunningService gateway;

  WebBuildTest(@TempDir Path around) throws IOException {
    Path build = Files.createDirectories(around.resolve("build"));
    write(
        build,
        "index.html",
        "<!doctype html>the app<script>go()</script><script src=\"/app/route.js\" defer></script>");
    write(build, "favicon.ico", "icon");
    write(build, "manifest.json", "{}");
    write(build, "assets/photo-background.png", "photo");
    write(build, "route.js", "a script that is long");
    write(build, "route.js.br", "brotli");
    write(build, "route.js.gz", "gzipped");
    write(build, "style.css", "a style");
    write(build, "style.css.gz", "gzipped style");
    write(build, "assets/logo.svg", "<svg/>");
    write(build, "_expo/static/js/web/entry-0123456789abcdef0123456789abcdef.js", "entry");
    write(build, "a b/한.txt", "text");
    write(build, ".env", "TOP SECRET");
    write(build, ".git/config", "TOP SECRET");
    write(around, "secret.txt", "TOP SECRET");
    Files.createSymbolicLink(build.resolve("leak.txt"), around.resolve("secret.txt"));
    Files.createSymbolicLink(build.resolve("up"), around);
    Files.createSymbolicLink(build.resolve("inside.svg"), build.resolve("assets/logo.svg"));
    Path linked = Files.createSymbolicLink(around.resolve("current"), build);
    Map<String, String> environment = new HashMap<>(village.environment("redis://127.0.0.1:1"));
    environment.put("ODDIYA_WEB_DIR", linked.toString());
    environment.put(
        "ODDIYA_GATEWAY_APPLE_APPS", "ABCDE12345.app.oddiya,ABCDE12345.app.oddiya.beta");
    environment.put("ODDIYA_GATEWAY_ANDROID_PACKAGE", "app.oddiya");
    environment.put("ODDIYA_GATEWAY_ANDROID_CERTIFICATES", PRINT);
    gateway = Main.start(environment);
  }

  @AfterAll
  void stop() {
    gateway.stop();
    plain.stop();
    village.close();
    http.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/app/, text/html;charset=utf-8, no-cache",
    "/app/index.html, text/html;charset=utf-8, no-cache",
    "/app/plans/42, text/html;charset=utf-8, no-cache",
    "/app/favicon.ico, image/x-icon, no-cache",
    "/app/manifest.json, application/json, no-cache",
    "/app/assets/logo.svg, image/svg+xml, no-cache",
    "/app/inside.svg, image/svg+xml, no-cache",
    "/app/a%20b/%ED%95%9C.txt, text/plain;charset=utf-8, no-cache",
    "/app/assets/photo-background.png, image/png, no-cache",
    "/app/_expo/static/js/web/entry-0123456789abcdef0123456789abcdef.js,"
        + " text/javascript;charset=utf-8, immutable",
  })
  void aFileIsServedAsWhatItIs(String path, String type, String caching) throws Exception {
    HttpResponse<String> file = get(path);

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().allValues("Content-Type")).containsExactly(type);
    assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains(caching);
    assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(file.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe-eval", "script-src 'self' 'unsafe-inline'");
  }

  @Test
  void onlyScriptsOfTheBuildRun() throws Exception {
    // By openssl dgst -sha256 -binary.
    assertThat(get("/app/").headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("; script-src 'self' 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='; ");
  }

  @ParameterizedTest
  @CsvSource({
    "/app/route.js, 'gzip, deflate, br', br, brotli",
    "/app/route.js, gzip, gzip, gzipped",
    "/app/route.js, 'br;q=0, gzip;q=0.5', gzip, gzipped",
    "/app/route.js, identity, , a script that is long",
    "/app/route.js, zstd, , a script that is long",
    "/app/style.css, br, , a style",
    "/app/style.css, 'br, gzip', gzip, gzipped style",
  })
  void aFileGoesOutAsItsSmallestSiblingThatTheClientTakes(
      String path, String taken, @Nullable String encoding, String body) throws Exception {
    HttpResponse<String> file = send("GET", path, "Accept-Encoding", taken);

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Encoding"))
        .isEqualTo(Optional.ofNullable(encoding));
    assertThat(file.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/");
    assertThat(file.body()).isEqualTo(body);
  }

  @Test
  void howAFileIsCompressedIsPartOfItsTag() throws Exception {
    HttpResponse<String> plain = send("GET", "/app/route.js", "Accept-Encoding", "identity");
    String tag = plain.headers().firstValue("ETag").orElseThrow();
    URI address = URI.create("http://127.0.0.1:" + gateway.port() + "/app/route.js");

    HttpResponse<String> other =
        http.send(
            HttpRequest.newBuilder(address)
                .headers("Accept-Encoding", "br", "If-None-Match", tag)
                .build(),
            BodyHandlers.ofString());

    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.body()).isEqualTo("brotli");
  }

  @Test
  void theDoorLeadsToTheApp() throws Exception {
    HttpResponse<String> door = get("/");

    assertThat(door.statusCode()).isEqualTo(302);
    assertThat(door.headers().firstValue("Location")).contains("/app/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/nothing.js",
        "/app/assets/nothing.css",
        "/app/.env",
        "/app/.git/config",
        "/app/leak.txt",
        "/app/up/secret.txt",
        "/app/assets/.hidden",
      })
  void whatDoesNotLieInTheFolderIsNotThere(String path) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("TOP SECRET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/../secret.txt",
        "/app/%2e%2e/secret.txt",
        "/app/..%2fsecret.txt",
        "/app//secret.txt",
        "/app/assets/..;/secret.txt",
        "/app/%00",
        "/app/%FF.txt",
      })
  void aPathThatClimbsIsRefused(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(400);
  }

  @Test
  void aFolderIsNotListed() throws Exception {
    HttpResponse<String> folder = get("/app/assets/");

    assertThat(folder.body()).startsWith("<!doctype html>the app");
  }

  @Test
  void whoAsksForAScriptIsNotGivenAPage() throws Exception {
    assertThat(send("GET", "/app/plans/42", "Accept", "application/json").statusCode())
        .isEqualTo(404);
  }

  @Test
  void theAppIsBelowItsSlash() throws Exception {
    HttpResponse<String> moved = get("/app");

    assertThat(moved.statusCode()).isEqualTo(308);
    assertThat(moved.headers().firstValue("Location")).contains("/app/");
  }

  @Test
  void whatAClientHasIsNotSentAgain() throws Exception {
    HttpResponse<String> first = get("/app/assets/logo.svg");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    String date = first.headers().firstValue("Last-Modified").orElseThrow();

    assertThat(send("GET", "/app/assets/logo.svg", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
    assertThat(send("GET", "/app/assets/logo.svg", "If-None-Match", "\"other\"").statusCode())
        .isEqualTo(200);
    assertThat(send("GET", "/app/assets/logo.svg", "If-Modified-Since", date).statusCode())
        .isEqualTo(304);
    assertThat(send("GET", "/app/assets/logo.svg", "If-Modified-Since", "nonsense").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aHeadIsAllThatHeadGets() throws Exception {
    HttpResponse<String> head = send("HEAD", "/app/favicon.ico", "Accept", "*/*");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Length")).contains("4");
  }

  @Test
  void filesAreOnlyRead() throws Exception {
    HttpResponse<String> refused = send("DELETE", "/app/favicon.ico", "Accept", "*/*");

    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow")).contains("GET, HEAD");
  }

  @Test
  void phonesAreToldWhichAppsOpenLinks() throws Exception {
    HttpResponse<String> apple = get("/.well-known/apple-app-site-association");
    HttpResponse<String> android = get("/.well-known/assetlinks.json");

    assertThat(apple.statusCode()).isEqualTo(200);
    assertThat(apple.headers().allValues("Content-Type")).containsExactly("application/json");
    assertThat(apple.body())
        .contains(
            "\"applinks\"",
            "\"ABCDE12345.app.oddiya\"",
            "\"ABCDE12345.app.oddiya.beta\"",
            "/share/*");
    assertThat(android.statusCode()).isEqualTo(200);
    assertThat(android.body())
        .startsWith("[")
        .contains("delegate_permission/common.handle_all_urls", "\"app.oddiya\"", PRINT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/app/",
        "/app/index.html",
        "/.well-known/apple-app-site-association",
        "/.well-known/assetlinks.json"
      })
  void whatIsNotConfiguredIsNotThere(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + plain.port() + path);
    HttpResponse<String> answer =
        http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void theDescriptionTellsOfAllThis() throws Exception {
    assertThat(get("/openapi.json").body())
        .contains(
            "\"/\"",
            "\"/app/{file}\"",
            "\"/.well-known/apple-app-site-association\"",
            "\"/.well-known/assetlinks.json\"");
  }

  @ParameterizedTest
  @CsvSource({
    "ODDIYA_WEB_DIR, /nowhere/at/all",
    "ODDIYA_WEB_MEDIA_ORIGINS, https://a.example; script-src *",
    "ODDIYA_GATEWAY_APPLE_APPS, app.oddiya",
    "ODDIYA_GATEWAY_ANDROID_PACKAGE, oddiya",
    "ODDIYA_GATEWAY_ANDROID_CERTIFICATES, AB:CD",
    "ODDIYA_GATEWAY_CORS_ORIGINS, *",
    "ODDIYA_GATEWAY_IDLE, 30",
  })
  void whatIsWrongIsSaidAtTheStart(String name, String value) {
    Map<String, String> environment = new HashMap<>(village.environment("redis://127.0.0.1:1"));
    environment.put(name, value);

    assertThatThrownBy(() -> Main.start(environment))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining(name);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, "Accept", "*/*");
  }

  private HttpResponse<String> send(String method, String path, String header, String value)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + gateway.port() + path);
    return http.send(
        HttpRequest.newBuilder(address)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header(header, value)
            .build(),
        BodyHandlers.ofString());
  }

  private static void write(Path folder, String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
