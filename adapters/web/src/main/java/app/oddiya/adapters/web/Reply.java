package app.oddiya.adapters.web;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/// An answer that went well.
///
/// @param headers beside those that the kit sets itself
public record Reply(int status, Map<String, String> headers, Content content) implements Answer {

  /// What stands in the body.
  public sealed interface Content {

    record Nothing() implements Content {}

    /// A wire record of the type that the route declares for the status.
    record Body(Object value) implements Content {}

    /// Such a record as [app.oddiya.adapters.web.json.Wire] has written it before.
    record Written(ByteBuffer json) implements Content {}

    /// A finished text of another kind than JSON, such as a page.
    record Document(String mediaType, String text) implements Content {}

    record Events(EventSource source) implements Content {}

    record Bytes(String mediaType, ByteSource source) implements Content {}
  }

  public static Reply json(int status, Object body) {
    return new Reply(status, Map.of(), new Content.Body(body));
  }

  /// A body that is JSON already, of the type that the route declares for the status.
  public static Reply written(int status, ByteBuffer json) {
    return new Reply(status, Map.of(), new Content.Written(json));
  }

  public static Reply empty(int status) {
    return new Reply(status, Map.of(), new Content.Nothing());
  }

  public static Reply document(int status, String mediaType, String text) {
    return new Reply(status, Map.of(), new Content.Document(mediaType, text));
  }

  /// Bytes as they come, under a type that the route declares for the status.
  ///
  /// @param source closed by the kit, whatever happens
  public static Reply bytes(int status, String mediaType, ByteSource source) {
    return new Reply(status, Map.of(), new Content.Bytes(mediaType, source));
  }

  static Reply events(EventSource source) {
    return new Reply(200, Map.of(), new Content.Events(source));
  }

  public Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, content);
  }

  /// @param tag the opaque tag without its quotes (RFC 9110 section 8.8.3); always a strong one
  public Reply withETag(String tag) {
    return with("ETag", '"' + tag + '"');
  }
}
