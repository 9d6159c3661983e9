package app.oddiya.adapters.web.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// A list of one kind of thing.
record ListShape<T>(Shape<T> item, int min, int max, boolean unique) implements Shape<List<T>> {

  @Override
  public @Nullable List<T> read(Json value, String pointer, Errors errors) {
    if (!(value instanceof Json.Arr(List<Json> items))) {
      errors.add(pointer, "wrong_type", "A list is expected here.");
      return null;
    }
    if (items.size() < min) {
      errors.add(pointer, "too_few", "At least " + min + " items are expected here.");
    }
    if (items.size() > max) {
      errors.add(pointer, "too_many", "At most " + max + " items are expected here.");
      return null;
    }
    List<T> list = new ArrayList<>(items.size());
    Set<Json> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      if (unique && !seen.add(items.get(i))) {
        errors.add(pointer + "/" + i, "not_unique", "This stands in the list already.");
      }
      T read = item.read(items.get(i), pointer + "/" + i, errors);
      if (read != null) {
        list.add(read);
      }
    }
    return list;
  }

  @Override
  public void write(List<T> value, JsonGenerator out) {
    out.writeStartArray();
    value.forEach(each -> item.write(each, out));
    out.writeEndArray();
  }

  @Override
  public Json.Obj schema(Schemas schemas) {
    Json.Builder schema = Json.object().with("type", "array").with("items", item.schema(schemas));
    if (min > 0) {
      schema.with("minItems", min);
    }
    if (max < Integer.MAX_VALUE) {
      schema.with("maxItems", max);
    }
    if (unique) {
      schema.with("uniqueItems", true);
    }
    return schema.build();
  }

  @Override
  public void collectNames(Set<String> names) {
    item.collectNames(names);
  }
}
