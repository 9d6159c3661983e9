package app.oddiya.adapters.web.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The records of one OpenAPI document, each described once under its name. A record that is both
/// sent and answered has two schemas, since a request refuses what it does not know.
public final class Schemas {

  private final boolean request;
  private final Set<String> taken;
  private final Map<String, Json> definitions = new LinkedHashMap<>();
  private final Map<String, Class<?>> types = new LinkedHashMap<>();

  private Schemas(boolean request, Set<String> taken) {
    this.request = request;
    this.taken = taken;
  }

  public static Schemas ofAnswers() {
    return new Schemas(false, Set.of());
  }

  /// @param taken names of answers, beside which a request's record is called `...Input`
  public static Schemas ofRequests(Set<String> taken) {
    return new Schemas(true, taken);
  }

  boolean isRequest() {
    return request;
  }

  Json.Obj reference(RecordShape<?> shape) {
    String name = taken.contains(shape.name()) ? shape.name() + "Input" : shape.name();
    Class<?> described = types.putIfAbsent(name, shape.type());
    if (described == null) {
      // Its place first, so that the document lists what contains before what is contained.
      definitions.put(name, new Json.Null());
      definitions.put(name, shape.definition(this, request));
    } else if (described != shape.type()) {
      throw new IllegalArgumentException(
          "two wire records are called " + name + ": " + described + " and " + shape.type());
    }
    return Json.object().with("$ref", "#/components/schemas/" + name).build();
  }

  /// The schema of a form, which may have parameters that nobody knows (RFC 6749 section 3.2).
  public Json.Obj form(Shape<?> shape) {
    return fieldsOf(shape).definition(this, false);
  }

  /// The fields of a record as OpenAPI's parameters.
  ///
  /// @param place `query` or `header`
  public List<Json> parameters(Shape<?> shape, String place) {
    return fieldsOf(shape).fields().stream().map(field -> field.parameter(place, this)).toList();
  }

  private static RecordShape<?> fieldsOf(Shape<?> shape) {
    if (shape instanceof RecordShape<?> fields) {
      return fields;
    }
    throw new IllegalArgumentException("shape: " + shape + " (expected: of a record)");
  }

  /// Everything that was referred to, by name.
  public Map<String, Json> definitions() {
    return definitions;
  }
}
