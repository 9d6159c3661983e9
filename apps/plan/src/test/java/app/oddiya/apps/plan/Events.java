package app.oddiya.apps.plan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A stream of server-sent events, read a line at a time.
final class Events implements AutoCloseable {

  private final BufferedReader lines;
  private int comments;

  private Events(InputStream body) {
    lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  record Event(String name, String data) {}

  /// Opens a stream that has to begin.
  static Events of(RunningPlan service, HttpRequest.Builder request) {
    HttpResponse<InputStream> answer =
        service.send(request.header("Accept", "text/event-stream"), BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new AssertionError("status: " + answer.statusCode() + " (expected: 200)");
    }
    return new Events(answer.body());
  }

  /// The next event; empty at the end.
  Optional<Event> next() {
    String name = "message";
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(":")) {
          comments++;
        } else if (line.startsWith("event: ")) {
          name = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          return Optional.of(new Event(name, line.substring("data: ".length())));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Event> rest() {
    List<Event> all = new ArrayList<>();
    for (Optional<Event> event = next(); event.isPresent(); event = next()) {
      all.add(event.get());
    }
    return all;
  }

  /// Waits for a line that says no more than that somebody is there.
  void awaitComment() {
    int before = comments;
    try {
      while (comments == before) {
        String line = lines.readLine();
        if (line == null) {
          throw new AssertionError("the stream has ended");
        }
        comments += line.startsWith(":") ? 1 : 0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    leave();
  }

  /// Leaves, as a client does whose connection breaks.
  void leave() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
