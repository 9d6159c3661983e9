package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.Json;
import app.oddiya.adapters.web.json.MalformedJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Talks to a service under test as its clients do.
final class Client implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  Client(int port) {
    this.port = port;
  }

  @Override
  public void close() {
    http.close();
  }

  /// An answer as tests look at it.
  record Seen(int status, Map<String, List<String>> headers, String body) {

    String header(String name) {
      return String.join(",", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
    }

    /// A member of a JSON object as text; empty if there is none.
    String json(String name) {
      return switch (members().getOrDefault(name, Json.of(""))) {
        case Json.Str(String text) -> text;
        case Json other -> other.asText();
      };
    }

    private Map<String, Json> members() {
      try {
        return Json.parse(body.getBytes(StandardCharsets.UTF_8)) instanceof Json.Obj(var members)
            ? members
            : Map.of();
      } catch (MalformedJson e) {
        throw new AssertionError(body, e);
      }
    }

    String code() {
      return json("code");
    }
  }

  /// @param headers names and values in turn
  Seen send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      return new Seen(answer.statusCode(), answer.headers().map(), answer.body());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Seen get(String path, String... headers) {
    return send("GET", path, "", headers);
  }
}
