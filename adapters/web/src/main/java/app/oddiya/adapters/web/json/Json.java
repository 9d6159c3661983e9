package app.oddiya.adapters.web.json;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/// A JSON value in memory (RFC 8259), as a tree that `switch` takes apart.
///
/// Our own seven records and not a library's nodes: the compiler then knows every case, and a
/// service reads and writes JSON without starting a data binder.
public sealed interface Json {

  /// @param members in the order in which they were sent
  record Obj(Map<String, Json> members) implements Json {}

  record Arr(List<Json> items) implements Json {}

  record Str(String value) implements Json {}

  record Num(BigDecimal value) implements Json {}

  record Bool(boolean value) implements Json {}

  record Null() implements Json {}

  /// Reads one I-JSON text (RFC 7493).
  ///
  /// @throws MalformedJson if it is not UTF-8 or not JSON, has a name twice in one object, a lone
  ///     surrogate or U+0000 anywhere, or is nested or numbered beyond reason
  static Json parse(byte[] text) throws MalformedJson {
    return JsonReader.read(text);
  }

  static Json of(String value) {
    return new Str(value);
  }

  static Json of(long value) {
    return new Num(BigDecimal.valueOf(value));
  }

  static Json of(boolean value) {
    return new Bool(value);
  }

  static Json strings(Iterable<String> values) {
    List<Json> items = new java.util.ArrayList<>();
    values.forEach(value -> items.add(of(value)));
    return new Arr(items);
  }

  /// An object under construction.
  static Builder object() {
    return new Builder();
  }

  default void writeTo(JsonGenerator out) {
    switch (this) {
      case Obj(var members) -> {
        out.writeStartObject();
        members.forEach(
            (name, value) -> {
              out.writeName(name);
              value.writeTo(out);
            });
        out.writeEndObject();
      }
      case Arr(var items) -> {
        out.writeStartArray();
        items.forEach(item -> item.writeTo(out));
        out.writeEndArray();
      }
      case Str(var value) -> out.writeString(value);
      case Num(var value) -> out.writeNumber(value);
      case Bool(var value) -> out.writeBoolean(value);
      case Null() -> out.writeNull();
    }
  }

  default String asText() {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JsonReader.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      writeTo(out);
    }
    return text.toString();
  }

  default byte[] asBytes() {
    return asText().getBytes(StandardCharsets.UTF_8);
  }

  /// Collects the members of an object in order.
  final class Builder {
    private final Map<String, Json> members = new LinkedHashMap<>();

    public Builder with(String name, Json value) {
      members.put(name, value);
      return this;
    }

    public Builder with(String name, String value) {
      return with(name, of(value));
    }

    public Builder with(String name, long value) {
      return with(name, of(value));
    }

    public Builder with(String name, boolean value) {
      return with(name, of(value));
    }

    public Obj build() {
      return new Obj(members);
    }
  }
}
