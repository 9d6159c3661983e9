package app.oddiya.adapters.web.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

record BooleanShape() implements Scalar<Boolean> {

  @Override
  public @Nullable Boolean read(Json value, String pointer, Errors errors) {
    if (value instanceof Json.Bool(boolean truth)) {
      return truth;
    }
    errors.add(pointer, "wrong_type", "true or false is expected here.");
    return null;
  }

  @Override
  public void write(Boolean value, JsonGenerator out) {
    out.writeBoolean(value);
  }

  @Override
  public Json.Obj schema(Schemas schemas) {
    return Json.object().with("type", "boolean").build();
  }

  @Override
  public Json fromText(String text) {
    return switch (text) {
      case "true" -> Json.of(true);
      case "false" -> Json.of(false);
      default -> Json.of(text);
    };
  }
}
