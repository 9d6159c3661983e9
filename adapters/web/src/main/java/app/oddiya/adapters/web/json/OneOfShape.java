package app.oddiya.adapters.web.json;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// A sealed interface of records, told apart by the fields they require.
record OneOfShape<T>(List<RecordShape<? extends T>> variants) implements Shape<T> {

  /// The variant of which most was sent, so that what is wrong is said about what was meant.
  @Override
  public @Nullable T read(Json value, String pointer, Errors errors) {
    if (!(value instanceof Json.Obj(Map<String, Json> members))) {
      errors.add(pointer, "wrong_type", "An object is expected here.");
      return null;
    }
    RecordShape<? extends T> meant =
        variants.stream()
            .max(Comparator.comparingInt(variant -> variant.likeness(members.keySet())))
            .orElseThrow();
    return meant.read(value, pointer, errors);
  }

  @Override
  public void write(T value, JsonGenerator out) {
    for (RecordShape<? extends T> variant : variants) {
      if (variant.writes(value, out)) {
        return;
      }
    }
    throw new IllegalArgumentException("value: a " + value.getClass() + " (expected: a variant)");
  }

  @Override
  public Json.Obj schema(Schemas schemas) {
    return Json.object()
        .with(
            schemas.isRequest() ? "oneOf" : "anyOf",
            new Json.Arr(variants.stream().<Json>map(variant -> variant.schema(schemas)).toList()))
        .build();
  }

  @Override
  public void collectNames(Set<String> names) {
    variants.forEach(variant -> variant.collectNames(names));
  }
}
