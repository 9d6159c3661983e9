package app.oddiya.adapters.oidc;

import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.minidev.json.JSONObject;

/// How we speak to a provider: within a deadline, without following redirects, and not listening
/// beyond [#MOST_BYTES]. The SDK's own client knows no limit on the whole of an answer.
final class ProviderHttp {

  /// More than any discovery document, key set or token answer.
  private static final int MOST_BYTES = 256 * 1024;

  private static final Duration CONNECT = Duration.ofSeconds(2);

  /// No answer is waited for longer, however far away the deadline is.
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private static final BodyHandler<String> LIMITED_TEXT =
      _ -> BodySubscribers.limiting(BodySubscribers.ofString(StandardCharsets.UTF_8), MOST_BYTES);

  private final HttpClient http;
  private final InstantSource clock;

  ProviderHttp(InstantSource clock) {
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  /// Sends a request of the SDK.
  ///
  /// @throws Unavailable for no answer, a 5xx and a 429
  HTTPResponse send(HTTPRequest request, Deadline deadline) {
    try {
      HTTPResponse answer = request.send(it -> exchange(it, deadline));
      if (answer.getStatusCode() >= 500 || answer.getStatusCode() == 429) {
        throw unavailable(new IOException("answered " + answer.getStatusCode()));
      }
      return answer;
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /// The object that an answer holds. The SDK's own reader takes the last of two members of one
  /// name, of which others may take the first.
  static JSONObject json(HTTPResponse answer) throws ParseException {
    try {
      var _ = JSONObjectUtils.parse(answer.getBody() == null ? "" : answer.getBody());
    } catch (java.text.ParseException invalid) {
      throw new ParseException("no JSON object, or one that says something twice", invalid);
    }
    return answer.getBodyAsJSONObject();
  }

  static Unavailable unavailable(Throwable cause) {
    return new Unavailable("sign-in provider", cause);
  }

  private HTTPResponse exchange(ReadOnlyHTTPRequest request, Deadline deadline) throws IOException {
    Duration left = deadline.atMost(ANSWER, clock).remaining(clock);
    if (left.isZero()) {
      throw new IOException("no time left");
    }
    CompletableFuture<HttpResponse<String>> pending =
        http.sendAsync(translated(request), LIMITED_TEXT);
    try {
      return translated(pending.get(left.toNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } catch (TimeoutException late) {
      pending.cancel(true);
      throw new IOException("no answer in time", late);
    } catch (InterruptedException stopped) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  private static HttpRequest translated(ReadOnlyHTTPRequest request) {
    String body = request.getBody();
    HttpRequest.Builder translated =
        HttpRequest.newBuilder(request.getURI())
            .method(
                request.getMethod().name(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    request
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> translated.header(name, value)));
    return translated.setHeader("Accept", "application/json").build();
  }

  private static HTTPResponse translated(HttpResponse<String> answer) {
    var translated = new HTTPResponse(answer.statusCode());
    answer
        .headers()
        .map()
        .forEach((name, values) -> translated.setHeader(name, values.toArray(String[]::new)));
    translated.setBody(answer.body());
    return translated;
  }
}
