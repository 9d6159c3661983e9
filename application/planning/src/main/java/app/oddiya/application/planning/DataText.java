package app.oddiya.application.planning;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes what somebody else has said in a way that stays data for a model that reads it: as JSON
/// between markers, `<places>` and `</places>`, in which no text can write a marker, end its own
/// quotes, turn the direction of writing or hide anything.
///
/// Text, numbers, truths, lists and maps of them are all there is to say, so that no library of
/// JSON has to be let into here.
final class DataText {

  /// In code points; what goes beyond is cut off. Notes are the longest text that has to fit.
  private static final int LONGEST = 500;

  private DataText() {}

  /// @param lines each on a line of its own
  static String marked(String marker, Collection<? extends Map<String, ?>> lines) {
    return lines.stream()
        .map(DataText::json)
        .collect(Collectors.joining("\n", "<" + marker + ">\n", "\n</" + marker + ">"));
  }

  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().limit(LONGEST).forEach(c -> append(out, c));
    return out.append(text.codePointCount(0, text.length()) > LONGEST ? "…\"" : "\"").toString();
  }

  private static String json(Object value) {
    return switch (value) {
      case String text -> quoted(text);
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case Map<?, ?> fields ->
          fields.entrySet().stream()
              .map(field -> quoted(field.getKey().toString()) + ":" + json(field.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Collection<?> items ->
          items.stream().map(DataText::json).collect(Collectors.joining(",", "[", "]"));
      default -> throw new IllegalArgumentException("value: " + value + " (expected: plain data)");
    };
  }

  private static void append(StringBuilder out, int c) {
    if (c == '"' || c == '\\') {
      out.append('\\').appendCodePoint(c);
    } else if (c == '<' || c == '>' || !isVisible(c)) {
      for (char unit : Character.toChars(c)) {
        out.append("\\u%04x".formatted((int) unit));
      }
    } else {
      out.appendCodePoint(c);
    }
  }

  /// Whether a reader sees a code point as what it is.
  static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
