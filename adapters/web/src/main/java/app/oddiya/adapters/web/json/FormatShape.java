package app.oddiya.adapters.web.json;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// A value that is a text of a known form on the wire.
///
/// @param what for people: `a date, YYYY-MM-DD`
/// @param parse empty for a text that is not of the form
/// @param print the reverse
/// @param schema the whole schema, it has no references
record FormatShape<T>(
    String what, Function<String, Optional<T>> parse, Function<T, String> print, Json.Obj schema)
    implements Scalar<T> {

  @Override
  public @Nullable T read(Json value, String pointer, Errors errors) {
    if (!(value instanceof Json.Str(String text))) {
      errors.add(pointer, "wrong_type", "A text is expected here: " + what + ".");
      return null;
    }
    Optional<T> read = parse.apply(text);
    if (read.isEmpty()) {
      errors.add(pointer, "bad_format", "Expected here: " + what + ".");
      return null;
    }
    return read.get();
  }

  @Override
  public void write(T value, JsonGenerator out) {
    out.writeString(print.apply(value));
  }

  @Override
  public Json.Obj schema(Schemas schemas) {
    return schema;
  }
}
