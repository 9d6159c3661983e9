package app.oddiya.apps.stores.sns;

/// A request that SNS refuses, as documented at the action that refuses it.
final class Refusal extends Exception {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  private Refusal(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static Refusal invalidParameter(String name, String reason) {
    return new Refusal(
        400, "InvalidParameter", "Invalid parameter: %s Reason: %s".formatted(name, reason));
  }

  static Refusal notFound(String what) {
    return new Refusal(404, "NotFound", what + " does not exist");
  }

  static Refusal endpointDisabled() {
    return new Refusal(400, "EndpointDisabled", "Endpoint is disabled");
  }

  static Refusal invalidAction(String message) {
    return new Refusal(400, "InvalidAction", message);
  }

  static Refusal unsigned() {
    return new Refusal(
        403, "MissingAuthenticationToken", "Request is missing Authentication Token");
  }

  static Refusal badSignature(String message) {
    return new Refusal(403, "IncompleteSignature", message);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
