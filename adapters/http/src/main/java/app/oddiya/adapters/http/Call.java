package app.oddiya.adapters.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is asked of a sibling service or a provider: a method, a path below its base address, and
/// perhaps a body.
///
/// Immutable; every step gives a new one: `Call.post("/internal/users").json(newUser)`.
public final class Call {

  private final String method;
  private final String template;
  private final String path;
  private final Map<String, String> headers;
  private final byte[] body;
  private final boolean idempotent;

  private Call(
      String method,
      String template,
      String path,
      Map<String, String> headers,
      byte[] body,
      boolean idempotent) {
    this.method = method;
    this.template = template;
    this.path = path;
    this.headers = headers;
    this.body = body;
    this.idempotent = idempotent;
  }

  public static Call get(String template, Object... segments) {
    return of("GET", template, segments);
  }

  public static Call post(String template, Object... segments) {
    return of("POST", template, segments);
  }

  public static Call put(String template, Object... segments) {
    return of("PUT", template, segments);
  }

  public static Call patch(String template, Object... segments) {
    return of("PATCH", template, segments);
  }

  public static Call delete(String template, Object... segments) {
    return of("DELETE", template, segments);
  }

  /// A call by any method.
  ///
  /// @param template a path in which each `{}` stands for one segment
  /// @param segments their values, percent-encoded here
  public static Call of(String method, String template, Object... segments) {
    StringBuilder path = new StringBuilder();
    int from = 0;
    for (Object segment : segments) {
      int hole = template.indexOf("{}", from);
      if (hole < 0) {
        throw new IllegalArgumentException("template: " + template + " (expected: more {})");
      }
      path.append(template, from, hole).append(encoded(segment.toString()));
      from = hole + 2;
    }
    path.append(template.substring(from));
    if (!template.startsWith("/") || path.indexOf("{}") >= 0) {
      throw new IllegalArgumentException(
          "template: " + template + " (expected: /path with " + segments.length + " {})");
    }
    boolean idempotent =
        switch (method) {
          case "GET", "HEAD", "PUT", "DELETE", "OPTIONS" -> true;
          default -> false;
        };
    return new Call(method, template, path.toString(), Map.of(), new byte[0], idempotent);
  }

  /// Adds a parameter to the query string.
  public Call query(String name, Object value) {
    String joint = path.contains("?") ? "&" : "?";
    String more = joint + encoded(name) + "=" + encoded(value.toString());
    return new Call(method, template, path + more, headers, body, idempotent);
  }

  public Call header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Call(method, template, path, more, body, idempotent);
  }

  /// Sends `value` as `application/json`.
  public Call json(Object value) {
    return body("application/json", Json.write(value));
  }

  /// Sends bytes that are written already.
  public Call body(String mediaType, byte[] bytes) {
    return new Call(method, template, path, headers, bytes.clone(), idempotent)
        .header("Content-Type", mediaType);
  }

  /// Says that doing this twice is as good as once, so that it may be tried again. GET, HEAD, PUT
  /// and DELETE are so already; a POST is if the callee finds or creates, or remembers a key.
  public Call idempotently() {
    return new Call(method, template, path, headers, body, true);
  }

  String method() {
    return method;
  }

  /// The path with its query, percent-encoded.
  String path() {
    return path;
  }

  URI address(URI base) {
    String before = base.toString();
    return URI.create(
        (before.endsWith("/") ? before.substring(0, before.length() - 1) : before) + path);
  }

  /// The call without any value in it: neither segments nor the query, in which providers want
  /// their keys.
  String shape() {
    return method + " " + template;
  }

  Map<String, String> headers() {
    return headers;
  }

  Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  BodyPublisher body() {
    return body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
  }

  boolean isIdempotent() {
    return idempotent;
  }

  private static String encoded(String text) {
    // URLEncoder speaks the form encoding, in which a space is a plus sign.
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
