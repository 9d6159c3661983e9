package app.oddiya.adapters.web;

import java.net.URI;

/// What a handler gives back: a reply that its route declared, or a problem.
public sealed interface Answer permits Reply, Problem {

  static Reply ok(Object body) {
    return Reply.json(200, body);
  }

  static Reply created(URI location, Object body) {
    return Reply.json(201, body).with("Location", location.toString());
  }

  static Reply accepted(URI location, Object body) {
    return Reply.json(202, body).with("Location", location.toString());
  }

  static Reply noContent() {
    return Reply.empty(204);
  }

  /// A stream of server-sent events with status 200.
  static Reply events(EventSource source) {
    return Reply.events(source);
  }
}
