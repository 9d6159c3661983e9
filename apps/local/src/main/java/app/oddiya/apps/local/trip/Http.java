package app.oddiya.apps.local.trip;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;

/// One HTTP client for all the phone does; it follows no redirect by itself, because on the way to
/// a token each of them matters.
final class Http implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final TripLog log;

  Http(TripLog log) {
    this.log = log;
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<Stream<String>> lines(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofLines());
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder builder, HttpResponse.BodyHandler<T> handler) {
    HttpRequest request = builder.timeout(PATIENCE).build();
    long started = System.nanoTime();
    try {
      HttpResponse<T> answer = client.send(request, handler);
      long millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
      log.note("%s -> %d in %d ms".formatted(named(request), answer.statusCode(), millis));
      return answer;
    } catch (IOException e) {
      log.note("%s -> %s".formatted(named(request), e));
      throw new TripFailure(named(request) + " got no answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TripFailure(named(request) + " was interrupted", e);
    }
  }

  /// Without the query, in which codes and signatures travel.
  static String named(HttpRequest request) {
    URI uri = request.uri();
    return request.method() + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
  }

  @Override
  public void close() {
    client.close();
  }
}
