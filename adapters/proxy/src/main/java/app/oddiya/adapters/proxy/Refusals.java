package app.oddiya.adapters.proxy;

import app.oddiya.adapters.web.Problem;

/// What the gateway refuses by itself.
final class Refusals {

  private Refusals() {}

  static Problem methodUnknown() {
    return Problem.of(501, "not_implemented", "Not implemented", "No such method.");
  }

  static Problem framingAmbiguous() {
    return Problem.malformed("ambiguous_body", "Where the body ends can be read in two ways.")
        .with("Connection", "close");
  }

  static Problem codingUnknown() {
    return Problem.of(
            501, "not_implemented", "Not implemented", "No transfer coding but chunked is known.")
        .with("Connection", "close");
  }

  static Problem targetTooLong(int limit) {
    return Problem.of(
        414, "uri_too_long", "URI too long", "At most " + limit + " characters are taken.");
  }

  static Problem headersTooMany(int limit) {
    return Problem.of(
        431, "headers_too_large", "Headers too large", "At most " + limit + " are taken.");
  }

  /// There is no room, here or on the way to the service.
  static Problem busy() {
    return Problem.of(503, "busy", "Busy", "There are too many requests on their way just now.")
        .with("Retry-After", "1");
  }

  static Problem pathAmbiguous() {
    return Problem.malformed("ambiguous_path", "The path can be read in more than one way.");
  }

  static Problem headerAmbiguous() {
    return Problem.malformed("ambiguous_header", "A header that has one value came twice.");
  }

  static Problem bodyTooLarge(long limit) {
    return Problem.of(
        413, "body_too_large", "Content too large", "At most " + limit + " bytes are taken.");
  }

  static Problem bodyTooSlow() {
    return Problem.of(408, "timeout", "Timeout", "The request took too long to arrive.");
  }

  static Problem bodyBroken() {
    return Problem.malformed("incomplete_body", "The body did not arrive whole.");
  }
}
