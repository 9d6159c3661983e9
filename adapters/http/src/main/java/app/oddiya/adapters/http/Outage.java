package app.oddiya.adapters.http;

import app.oddiya.domain.shared.Unavailable;

/// A failure of a sibling in the words of the domain.
final class Outage {

  private Outage() {}

  static Unavailable of(String service, Throwable cause) {
    return new Unavailable(service + " service", cause);
  }
}
