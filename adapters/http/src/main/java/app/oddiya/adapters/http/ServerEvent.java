package app.oddiya.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.oddiya.domain.shared.Unavailable;
import tools.jackson.core.JacksonException;

/// One event of a stream (HTML Living Standard, 9.2).
///
/// @param service which sibling sent it
/// @param name its `event` field, `message` without one
/// @param data its `data` lines, joined by line feeds
public record ServerEvent(String service, String name, String data) {

  /// The data read as JSON; fields that `type` does not have are passed over.
  ///
  /// @throws Unavailable if it is no such JSON
  public <T> T json(Class<T> type) {
    try {
      return Json.read(data.getBytes(UTF_8), type);
    } catch (JacksonException notThatJson) {
      throw Outage.ofService(service, notThatJson);
    }
  }
}
