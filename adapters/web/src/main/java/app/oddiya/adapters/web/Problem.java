package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.FieldError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An answer that did not go well: a problem document of RFC 9457, as every error is answered.
///
/// @param code stable, snake_case: what a program decides by
/// @param title of the kind of problem
/// @param detail of this one, for people; never the text of a library, never a secret
/// @param errors what is wrong with single fields
/// @param extension a wire record whose fields are added to the document
/// @param headers that go with it
public record Problem(
    int status,
    String code,
    String title,
    String detail,
    List<FieldError> errors,
    Optional<Object> extension,
    Map<String, String> headers)
    implements Answer {

  public static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, detail, List.of(), Optional.empty(), Map.of());
  }

  /// The request cannot be understood at all.
  public static Problem malformed(String code, String detail) {
    return of(400, code, "Malformed request", detail);
  }

  /// All that is wrong with the fields. `unknown_field` if any of them is unknown: whoever sends
  /// what nobody knows has another contract in mind.
  public static Problem invalid(List<FieldError> errors) {
    boolean unknown = errors.stream().anyMatch(error -> error.code().equals("unknown_field"));
    String code = unknown ? "unknown_field" : "validation_failed";
    String detail = errors.size() == 1 ? errors.getFirst().detail() : errors.size() + " mistakes.";
    return new Problem(400, code, "Invalid request", detail, errors, Optional.empty(), Map.of());
  }

  public static Problem invalid(String pointer, String code, String detail) {
    return invalid(List.of(new FieldError(pointer, code, detail)));
  }

  /// @param tokenSent whether there was a token, which then was no good (RFC 6750 section 3.1)
  public static Problem unauthorized(boolean tokenSent) {
    return unauthorized(
        tokenSent,
        "unauthorized",
        tokenSent ? "The token is not valid." : "A bearer token is needed.");
  }

  /// The token is good and its account is gone.
  public static Problem accountDeleted() {
    return unauthorized(true, "account_deleted", "This account has been deleted.");
  }

  private static Problem unauthorized(boolean tokenSent, String code, String detail) {
    String challenge = "Bearer realm=\"oddiya\"" + (tokenSent ? ", error=\"invalid_token\"" : "");
    return of(401, code, "Unauthorized", detail).with("WWW-Authenticate", challenge);
  }

  public static Problem notFound() {
    return of(404, "not_found", "Not found", "There is nothing here.");
  }

  /// What was asked for has another state than the one that `If-Match` names.
  public static Problem preconditionFailed() {
    return of(
        412, "precondition_failed", "Precondition failed", "It has changed since it was read.");
  }

  /// @param retryAfter when there is a new quota
  public static Problem tooManyRequests(Duration retryAfter) {
    return tooManyRequests("too_many_requests", "The quota has been used up.", retryAfter);
  }

  /// @param retryAfter when there is room again
  public static Problem tooManyRequests(String code, String detail, Duration retryAfter) {
    return of(429, code, "Too many requests", detail)
        .with("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
  }

  public static Problem unavailable(Duration retryAfter) {
    return of(503, "unavailable", "Unavailable", "Something needed for this is not answering.")
        .with("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
  }

  public Problem with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Problem(status, code, title, detail, errors, extension, more);
  }

  /// @param wireRecord of the type that the route declares for this refusal
  public Problem extendedBy(Object wireRecord) {
    return new Problem(status, code, title, detail, errors, Optional.of(wireRecord), headers);
  }

  /// For the depths of a conversion, where there is no answer to return.
  public Refusal asException() {
    return new Refusal(this);
  }
}
