package app.oddiya.adapters.proxy;

import app.oddiya.adapters.web.Problem;

/// What the gateway refuses by itself.
final class Refusals {

  private Refusals() {}

  static Problem methodUnknown() {
    return Problem.of(501, "not_implemented", "Not implemented", "No such method.");
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

  static Problem bodyBroken() {
    return Problem.malformed("incomplete_body", "The body did not arrive whole.");
  }
}
