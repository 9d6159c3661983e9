package app.oddiya.domain.video.film;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the part of JSON that our own data needs: objects, arrays, texts without escapes, numbers,
/// true and false. The domain has no library for it, and what strangers send never comes here.
final class PlainJson {

  private final String text;
  private int at;

  private PlainJson(String text) {
    this.text = text;
  }

  /// A `Map`, a `List`, a `String`, a `Double` or a `Boolean`.
  static Object read(String text) {
    PlainJson json = new PlainJson(text);
    Object value = json.value();
    if (json.next() != 0) {
      throw json.unexpected("the end");
    }
    return value;
  }

  private Object value() {
    return switch (next()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      default -> bare();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> fields = new LinkedHashMap<>();
    take('{');
    while (next() != '}') {
      String name = string();
      take(':');
      if (fields.put(name, value()) != null) {
        throw unexpected("each name once");
      }
      if (next() != '}') {
        take(',');
      }
    }
    take('}');
    return fields;
  }

  private List<Object> array() {
    List<Object> values = new ArrayList<>();
    take('[');
    while (next() != ']') {
      values.add(value());
      if (next() != ']') {
        take(',');
      }
    }
    take(']');
    return values;
  }

  private String string() {
    take('"');
    int end = text.indexOf('"', at);
    if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
      throw unexpected("a text without escapes");
    }
    String string = text.substring(at, end);
    at = end + 1;
    return string;
  }

  private Object bare() {
    int from = at;
    while (at < text.length() && ",]} \r\n\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at);
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      default -> Double.valueOf(word);
    };
  }

  /// The next character that is no white space, 0 at the end.
  private char next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void take(char expected) {
    if (next() != expected) {
      throw unexpected(String.valueOf(expected));
    }
    at++;
  }

  private IllegalStateException unexpected(String expected) {
    return new IllegalStateException("at " + at + " (expected: " + expected + ")");
  }
}
