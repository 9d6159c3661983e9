package app.oddiya.adapters.web.json;

import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The one description of a wire type, from which its JSON is read, checked, written and
/// documented. So the OpenAPI document cannot say anything else than the reader does.
///
/// A schema library and a data binder beside each other were the alternative. They disagree in the
/// corners (what `null` is, whether `1.0` is an integer, how long a text is), report one mistake at
/// a time and cost a service a third of a second of CPU at start.
public sealed interface Shape<T> permits Scalar, ListShape, MapShape, RecordShape, OneOfShape {

  /// The shape of a wire type: a record of wire types, a sealed interface of records, an enum, a
  /// `List` or `Map<String, ...>`, a text, a number, a boolean, an instant, a date, a local time, a
  /// UUID, a URI, [Json] itself, or `Money`, `GeoPoint`, `UserId` of the domain.
  ///
  /// In a record `Optional` is what may be left out, and `@Nullable` is `null` when there is none
  /// (and may be left out of a request).
  ///
  /// @throws IllegalArgumentException for any other type, when the routes are made
  static Shape<?> of(Type type) {
    return Shapes.of(type);
  }

  /// Reads `value`, which stands at `pointer`. What is wrong goes to `errors`; null if anything is.
  @Nullable T read(Json value, String pointer, Errors errors);

  void write(T value, JsonGenerator out);

  /// A schema of JSON Schema 2020-12, with records as references into `schemas`.
  Json.Obj schema(Schemas schemas);

  /// Adds the names that this shape's records have in an OpenAPI document.
  void collectNames(Set<String> names);

  /// What `text` in a query, a form or a header is in JSON.
  default Json fromText(String text) {
    return Json.of(text);
  }
}
