package app.oddiya.apps.local.trip;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;

/// One HTTP client for all the phone does; it follows no redirect by itself, because on the way to
/// a token each of them matters. It keeps cookies, as a browser does.
final class Http implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int MAX_RETRIES = 3;

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .cookieHandler(new CookieManager())
          .build();
  private final TripLog log;

  Http(TripLog log) {
    this.log = log;
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return persistently(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
    return persistently(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<Stream<String>> lines(HttpRequest.Builder request) {
    return persistently(request, HttpResponse.BodyHandlers.ofLines());
  }

  /// Asks again after a 503, when it is told to and if asking twice is safe, as an app does.
  private <T> HttpResponse<T> persistently(
      HttpRequest.Builder builder, HttpResponse.BodyHandler<T> handler) {
    HttpRequest request = builder.timeout(PATIENCE).build();
    HttpResponse<T> answer = once(request, handler);
    for (int again = 0; again < MAX_RETRIES && isToBeRepeated(answer); again++) {
      Pause.of(retryAfter(answer));
      answer = once(request, handler);
    }
    return answer;
  }

  private static boolean isToBeRepeated(HttpResponse<?> answer) {
    HttpRequest request = answer.request();
    boolean safe =
        !request.method().equals("POST")
            || request.headers().firstValue("Idempotency-Key").isPresent();
    return safe && answer.statusCode() == 503 && !retryAfter(answer).isZero();
  }

  /// As much of what the answer asks for as a traveller would wait; zero if it asks for nothing.
  private static Duration retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("[0-9]{1,4}"))
        .map(seconds -> Duration.ofSeconds(Math.clamp(Long.parseLong(seconds), 1, 10)))
        .orElse(Duration.ZERO);
  }

  private <T> HttpResponse<T> once(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
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
