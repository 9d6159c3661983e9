package app.oddiya.adapters.web.json;

import java.util.Optional;

/// One thing that is wrong with what was sent.
///
/// @param pointer JSON Pointer (RFC 6901) into the body; for a parameter or header `/` and its name
/// @param code stable, snake_case
/// @param detail a sentence for people, without anything secret
/// @param in `query`, `header`, `cookie` or `form`; empty for a JSON body
public record FieldError(
    String pointer,
    @Text(pattern = "^[a-z0-9_]+$") String code,
    String detail,
    Optional<String> in) {

  public FieldError(String pointer, String code, String detail) {
    this(pointer, code, detail, Optional.empty());
  }

  FieldError in(String place) {
    return new FieldError(pointer, code, detail, Optional.of(place));
  }
}
