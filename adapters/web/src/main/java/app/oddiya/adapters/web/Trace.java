package app.oddiya.adapters.web;

import java.util.Optional;
import java.util.UUID;

/// What ties the log lines of one request together, across services.
public record Trace(String requestId, Optional<String> traceparent) {

  /// Takes over what is well-formed and makes what is missing.
  public static Trace of(Optional<String> requestId, Optional<String> traceparent) {
    return new Trace(
        requestId
            .filter(id -> id.matches("[A-Za-z0-9._:-]{1,128}"))
            .orElseGet(() -> UUID.randomUUID().toString()),
        traceparent.filter(
            parent -> parent.matches("(?!ff)[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")));
  }
}
