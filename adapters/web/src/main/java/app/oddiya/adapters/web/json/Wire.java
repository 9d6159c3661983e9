package app.oddiya.adapters.web.json;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/// Reads and writes whole wire records.
public final class Wire {

  private Wire() {}

  /// Reads a record from names and texts: a query, a form, headers or cookies.
  ///
  /// @param sent what was sent under a name, in order
  /// @param place `query`, `form`, `header` or `cookie`
  /// @throws InvalidFields with all that is wrong
  public static Object readTexts(
      Shape<?> shape, Function<String, List<String>> sent, String place) {
    if (shape instanceof RecordShape<?> fields) {
      return fields.readTexts(sent, place);
    }
    throw new IllegalArgumentException("shape: " + shape + " (expected: of a record)");
  }

  /// Reads a JSON body.
  ///
  /// @throws InvalidFields with all that is wrong
  public static Object read(Shape<?> shape, Json body) {
    return read(shape, body, new Errors());
  }

  /// Reads what a sibling service has answered. Fields that are not known here are passed over, so
  /// that a service may add one before its callers are rolled out.
  ///
  /// @throws MalformedJson if it is no JSON
  /// @throws InvalidFields if it is other JSON than a `type`
  public static <T> T readAnswer(Class<T> type, byte[] text) throws MalformedJson {
    return type.cast(read(Shape.of(type), Json.parse(text), Errors.passingOverUnknownFields()));
  }

  private static Object read(Shape<?> shape, Json body, Errors errors) {
    Object read = shape.read(body, "", errors);
    errors.throwIfAny();
    if (read == null) {
      throw new IllegalStateException("refused without a reason: " + shape);
    }
    return read;
  }

  /// Writes a value of the type that `shape` was made from.
  @SuppressWarnings("unchecked") // a mismatch is a ClassCastException in the shape, a bug
  public static byte[] write(Shape<?> shape, Object value) {
    return bytes(out -> ((Shape<Object>) shape).write(value, out));
  }

  /// Writes a wire record that is not generic.
  public static byte[] write(Object value) {
    return write(Shape.of((Type) value.getClass()), value);
  }

  /// Writes an object of `first` followed by the fields of a wire record.
  @SuppressWarnings("unchecked")
  public static byte[] writeExtended(Object first, Object extension) {
    return bytes(
        out -> {
          out.writeStartObject();
          ((RecordShape<Object>) Shape.of(first.getClass())).writeFields(first, out);
          ((RecordShape<Object>) Shape.of(extension.getClass())).writeFields(extension, out);
          out.writeEndObject();
        });
  }

  /// One object with the fields of two that are written, neither of them empty.
  public static ByteBuffer joined(byte[] first, ByteBuffer second) {
    return ByteBuffer.allocate(first.length + second.remaining() - 1)
        .put(first, 0, first.length - 1)
        .put((byte) ',')
        .put(second.slice(1, second.remaining() - 1))
        .flip();
  }

  private static byte[] bytes(java.util.function.Consumer<JsonGenerator> writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    try (JsonGenerator out =
        JsonReader.FACTORY.createGenerator(ObjectWriteContext.empty(), (OutputStream) bytes)) {
      writer.accept(out);
    }
    return bytes.toByteArray();
  }
}
