package app.oddiya.adapters.web.json;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// A text within limits.
///
/// @param pattern empty for none
/// @param format empty for none
record TextShape(int min, int max, String pattern, String format, Pattern compiled)
    implements Scalar<String> {

  static final TextShape ANY = new TextShape(0, Integer.MAX_VALUE, "", "");

  /// What PostgreSQL cannot keep is refused in every text, so the document says so as well.
  private static final String WITHOUT_NUL = "^[^\\u0000]*$";

  TextShape {
    if (!pattern.isEmpty() && !pattern.matches("\\^.*\\$")) {
      throw new IllegalArgumentException("pattern: " + pattern + " (expected: ^...$)");
    }
  }

  private TextShape(int min, int max, String pattern, String format) {
    this(min, max, pattern, format, Pattern.compile(pattern));
  }

  static TextShape within(Text limits) {
    return new TextShape(limits.min(), limits.max(), limits.pattern(), limits.format());
  }

  @Override
  public @Nullable String read(Json value, String pointer, Errors errors) {
    if (!(value instanceof Json.Str(String text))) {
      errors.add(pointer, "wrong_type", "A text is expected here.");
      return null;
    }
    int length = text.codePointCount(0, text.length());
    if (length < min) {
      errors.add(pointer, "too_short", "At least " + min + " characters are expected here.");
      return null;
    }
    if (length > max) {
      errors.add(pointer, "too_long", "At most " + max + " characters are expected here.");
      return null;
    }
    if (!pattern.isEmpty() && !compiled.matcher(text).matches()) {
      errors.add(pointer, "bad_format", "This must match " + pattern + ".");
      return null;
    }
    return text;
  }

  @Override
  public void write(String value, JsonGenerator out) {
    out.writeString(value);
  }

  @Override
  public Json.Obj schema(Schemas schemas) {
    Json.Builder schema = Json.object().with("type", "string");
    if (min > 0) {
      schema.with("minLength", min);
    }
    if (max < Integer.MAX_VALUE) {
      schema.with("maxLength", max);
    }
    if (!pattern.isEmpty()) {
      schema.with("pattern", pattern);
    } else if (schemas.isRequest()) {
      schema.with("pattern", WITHOUT_NUL);
    }
    if (!format.isEmpty()) {
      schema.with("format", format);
    }
    return schema.build();
  }
}
