package app.oddiya.adapters.web.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// An object whose names are data.
record MapShape<T>(Shape<T> item, int min, int max) implements Shape<Map<String, T>> {

  @Override
  public @Nullable Map<String, T> read(Json value, String pointer, Errors errors) {
    if (!(value instanceof Json.Obj(Map<String, Json> members))) {
      errors.add(pointer, "wrong_type", "An object is expected here.");
      return null;
    }
    if (members.size() < min || members.size() > max) {
      errors.add(
          pointer,
          members.size() < min ? "too_few" : "too_many",
          min + " to " + max + " entries are expected here.");
      return null;
    }
    Map<String, T> map = new LinkedHashMap<>();
    members.forEach(
        (name, member) -> {
          T read = item.read(member, Pointers.child(pointer, name), errors);
          if (read != null) {
            map.put(name, read);
          }
        });
    return map;
  }

  @Override
  public void write(Map<String, T> value, JsonGenerator out) {
    out.writeStartObject();
    value.forEach(
        (name, member) -> {
          out.writeName(name);
          item.write(member, out);
        });
    out.writeEndObject();
  }

  @Override
  public Json.Obj schema(Schemas schemas) {
    Json.Builder schema =
        Json.object().with("type", "object").with("additionalProperties", item.schema(schemas));
    if (min > 0) {
      schema.with("minProperties", min);
    }
    if (max < Integer.MAX_VALUE) {
      schema.with("maxProperties", max);
    }
    return schema.build();
  }

  @Override
  public void collectNames(Set<String> names) {
    item.collectNames(names);
  }
}
