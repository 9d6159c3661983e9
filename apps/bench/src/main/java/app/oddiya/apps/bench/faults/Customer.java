package app.oddiya.apps.bench.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody with a phone: sends two photos, asks for films of them, repeats every request until it
/// is answered and now and then once more, and deletes a film here and there.
final class Customer {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  private final HttpClient http;
  private final URI service;
  private final String token;
  private final Films films;
  private final Ledger ledger;
  private final Random random;

  Customer(HttpClient http, URI service, String token, Films films, Ledger ledger, long seed) {
    this.http = http;
    this.service = service;
    this.token = token;
    this.films = films;
    this.ledger = ledger;
    this.random = new Random(seed);
  }

  void order(int count, Duration pause) throws InterruptedException {
    String photos = photos();
    for (int i = 0; i < count; i++) {
      UUID key = UUID.randomUUID();
      String job = order(key, photos);
      if (random.nextInt(10) == 0) {
        String again = order(key, photos);
        if (!again.equals(job)) {
          ledger.remark("one order, two answers: " + job + ", " + again);
        }
      }
      if (random.nextInt(20) == 0) {
        delete(job);
        // With a film go the photos that no other film uses.
        photos = photos();
      }
      Thread.sleep(pause);
    }
  }

  private String order(UUID key, String photos) throws InterruptedException {
    HttpRequest.Builder order =
        signed("/api/v1/videos")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key.toString())
            .POST(
                BodyPublishers.ofString(
                    "{\"photoUrls\":%s,\"aspect\":\"%s\",\"seconds\":15}"
                        .formatted(photos, films.aspect().wire())));
    String job = parsed(answer(order, 202)).path("jobId").stringValue("");
    ledger.accepted(key, job);
    return job;
  }

  private void delete(String job) throws InterruptedException {
    answer(signed("/api/v1/videos/" + job).DELETE(), 204, 404);
    ledger.deleted(job);
  }

  private String photos() throws InterruptedException {
    String files =
        films.photos().stream()
            .map(
                photo ->
                    "{\"kind\":\"photo\",\"contentType\":\"image/jpeg\",\"bytes\":%d}"
                        .formatted(photo.length))
            .collect(Collectors.joining(",", "{\"files\":[", "]}"));
    HttpRequest.Builder ask =
        signed("/api/v1/videos/uploads")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(files));
    JsonNode uploads = parsed(answer(ask, 201)).path("uploads");
    List<String> urls = new ArrayList<>();
    for (int i = 0; i < films.photos().size(); i++) {
      JsonNode upload = uploads.path(i);
      HttpRequest.Builder put =
          HttpRequest.newBuilder(URI.create(upload.path("url").stringValue("")))
              .timeout(Duration.ofSeconds(30))
              .PUT(BodyPublishers.ofByteArray(films.photos().get(i)));
      upload
          .path("headers")
          .properties()
          .forEach(header -> put.header(header.getKey(), header.getValue().stringValue("")));
      answer(put, 200);
      urls.add('"' + upload.path("fileUrl").stringValue("") + '"');
    }
    return urls.toString();
  }

  private HttpRequest.Builder signed(String path) {
    return HttpRequest.newBuilder(service.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token);
  }

  /// Asks again as long as nobody answers, or the answer is to ask again.
  private HttpResponse<String> answer(HttpRequest.Builder request, Integer... expected)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String last = "nothing";
    while (System.nanoTime() < end) {
      try {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (List.of(expected).contains(answer.statusCode())) {
          return answer;
        }
        last = answer.statusCode() + " " + answer.body();
        if (answer.statusCode() < 500) {
          throw new IllegalStateException("an answer that was not expected: " + last);
        }
      } catch (IOException e) {
        last = e.toString();
      }
      Thread.sleep(BETWEEN_TRIES);
    }
    throw new IllegalStateException("no answer: " + last);
  }

  private static JsonNode parsed(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
