package app.oddiya.adapters.http;

import app.oddiya.domain.shared.Unavailable;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// What a sibling service or a provider answered, 1xx to 4xx: callers `switch` over [#status] and
/// end with `default -> throw answer.unexpected()`. A 5xx never becomes an answer, it is
/// [Unavailable].
public final class Answer implements Streamed, Opened {

  private final String peer;
  private final Call call;
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  /// @param peer whose answer it is
  Answer(String peer, Call call, int status, HttpHeaders headers, byte[] body) {
    this.peer = peer;
    this.call = call;
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  public int status() {
    return status;
  }

  /// The first value of a header, by its name in any case.
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /// The body as it came, for example a problem document to pass on.
  public byte[] bytes() {
    return body.clone();
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /// The body read as JSON; fields that `type` does not have are passed over.
  ///
  /// @throws Unavailable if it is no such JSON: a peer that speaks nonsense is as good as down
  public <T> T json(Class<T> type) {
    T value;
    try {
      value = Json.read(body, type);
    } catch (JacksonException notThatJson) {
      throw Outage.of(peer, notThatJson);
    }
    if (value == null) {
      throw Outage.of(peer, new IllegalStateException("null for JSON: " + this));
    }
    return value;
  }

  /// For a status that the contract with the other side does not have, a 401 after a badly
  /// rolled out key for example: the client can do nothing about it, so it is an outage.
  public Unavailable unexpected() {
    return Outage.of(peer, new IllegalStateException(this.toString()));
  }

  /// Without the body and the values of the call, which may hold what no log should.
  @Override
  public String toString() {
    return peer + " answered " + status + " to " + call.shape();
  }
}
