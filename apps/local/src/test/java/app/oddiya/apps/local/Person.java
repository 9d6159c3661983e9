package app.oddiya.apps.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.local.trip.FilmWait;
import app.oddiya.apps.local.trip.FilmWish;
import app.oddiya.apps.local.trip.Phone;
import app.oddiya.apps.local.trip.Photo;
import app.oddiya.apps.local.trip.Traveller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who is signed in, has things of their own, and may ask for anything at all.
final class Person implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final URI gateway;
  private final Path folder;
  private final Traveller traveller = TripWish.stranger("google");
  private final HttpClient http = HttpClient.newHttpClient();
  private final Phone phone;

  /// @param folder for files that they upload
  Person(URI gateway, Path folder) {
    this.gateway = gateway;
    this.folder = folder;
    this.phone = new Phone(gateway, line -> {});
    phone.signIn(traveller);
  }

  /// What nobody else's answers may hold.
  String email() {
    return traveller.email();
  }

  /// A new plan; its id.
  String plan() {
    return phone.generatePlan(TripWish.twoDays(), (event, data) -> {}).path("id").stringValue("");
  }

  /// A proposal for a new plan, to leave its first stop out; what both are called.
  Map<String, String> revision() {
    JsonNode plan = phone.generatePlan(TripWish.twoDays(), (event, data) -> {});
    String id = plan.path("id").stringValue("");
    String name = plan.at("/days/0/stops/0/name").stringValue("");
    String body = JSON.createObjectNode().put("instruction", "Remove " + name).toString();
    HttpResponse<String> answer = ask("POST", "/api/v1/plans/" + id + "/revise", Map.of(), body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Map.of(
        "id", id, "revisionId", JSON.readTree(answer.body()).path("revisionId").stringValue(""));
  }

  /// Two files, uploaded; what they are called.
  List<String> uploads() {
    try {
      // No photos: a job with them fails at once, and stays as it is.
      Path file = Files.createTempFile(folder, "upload", ".jpg");
      Files.writeString(file, "of " + email());
      Photo photo = Photo.of(file).orElseThrow();
      return phone.upload(List.of(photo, photo), done -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A job that has ended; its id.
  String job() {
    String id = phone.requestFilm(new FilmWish(uploads(), plan(), email(), 15), UUID.randomUUID());
    awaitEndOf(id);
    return id;
  }

  /// Waits until a job of [#uploads] has ended, after which it stays as it is.
  void awaitEndOf(String jobId) {
    FilmWait.until(
        phone, jobId, PATIENCE, job -> job.path("status").stringValue("").equals("FAILED"));
  }

  /// A device that is pushed to; its id.
  String device() {
    String id = "phone-" + UUID.randomUUID();
    phone.registerDevice(id, "android", "token-" + UUID.randomUUID());
    return id;
  }

  /// Asks with this person's token.
  ///
  /// @param body empty for none, else JSON
  HttpResponse<String> ask(String method, String path, Map<String, String> headers, String body) {
    HttpRequest.Builder request = request(method, path, body);
    headers.forEach(request::header);
    return sent(request.header("Authorization", "Bearer " + phone.accessToken()));
  }

  HttpResponse<String> ask(String method, String path) {
    return ask(method, path, Map.of(), "");
  }

  /// Asks with this person's token where no token belongs.
  HttpResponse<String> askUnsigned(String method, String path) {
    return sent(request(method, path + "?access_token=" + phone.accessToken(), ""));
  }

  private HttpRequest.Builder request(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(60));
    return body.isEmpty()
        ? request.method(method, HttpRequest.BodyPublishers.noBody())
        : request
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpResponse<String> sent(HttpRequest.Builder request) {
    try {
      // Byte for byte: an archive is looked through as well.
      return http.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
    phone.close();
  }
}
