package app.oddiya.adapters.web.json;

import tools.jackson.core.JsonGenerator;

/// Any JSON at all, passed through as a tree.
record AnyShape() implements Scalar<Json> {

  @Override
  public Json read(Json value, String pointer, Errors errors) {
    return value;
  }

  @Override
  public void write(Json value, JsonGenerator out) {
    value.writeTo(out);
  }

  @Override
  public Json.Obj schema(Schemas schemas) {
    return Json.object().build();
  }
}
