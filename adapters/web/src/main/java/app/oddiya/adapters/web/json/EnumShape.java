package app.oddiya.adapters.web.json;

import java.lang.reflect.Field;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// One of a few words: the constant's name in lower case, or its [Named].
record EnumShape<E extends Enum<E>>(Map<E, String> names, Map<String, E> constants)
    implements Scalar<E> {

  static <E extends Enum<E>> EnumShape<E> of(Class<E> type) {
    Map<E, String> names = new EnumMap<>(type);
    Map<String, E> constants = new LinkedHashMap<>();
    for (Field field : type.getFields()) {
      if (field.isEnumConstant()) {
        E constant = Enum.valueOf(type, field.getName());
        Named named = field.getAnnotation(Named.class);
        String name = named == null ? field.getName().toLowerCase(Locale.ROOT) : named.value();
        names.put(constant, name);
        constants.put(name, constant);
      }
    }
    return new EnumShape<>(names, constants);
  }

  @Override
  public @Nullable E read(Json value, String pointer, Errors errors) {
    if (!(value instanceof Json.Str(String text))) {
      errors.add(pointer, "wrong_type", "A text is expected here.");
      return null;
    }
    E constant = constants.get(text);
    if (constant == null) {
      errors.add(
          pointer,
          "not_one_of",
          "One of these is expected: " + String.join(", ", constants.keySet()));
    }
    return constant;
  }

  @Override
  public void write(E value, JsonGenerator out) {
    out.writeString(Objects.requireNonNull(names.get(value)));
  }

  @Override
  public Json.Obj schema(Schemas schemas) {
    return Json.object()
        .with("type", "string")
        .with("enum", Json.strings(constants.keySet()))
        .build();
  }
}
