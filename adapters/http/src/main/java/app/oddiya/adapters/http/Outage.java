package app.oddiya.adapters.http;

import app.oddiya.domain.shared.Unavailable;

/// A failure of a sibling or a provider in the words of the domain.
final class Outage {

  private Outage() {}

  static Unavailable of(String peer, Throwable cause) {
    return new Unavailable(peer, cause);
  }

  static Unavailable ofService(String service, Throwable cause) {
    return of(service + " service", cause);
  }
}
