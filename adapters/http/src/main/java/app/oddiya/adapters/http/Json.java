package app.oddiya.adapters.http;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/// JSON as siblings write it: what is not known here is passed over, so that a service may add a
/// field before its callers are rolled out.
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /// @throws tools.jackson.core.JacksonException if the bytes are not such a value
  static <T> T read(byte[] json, Class<T> type) {
    T value = MAPPER.readValue(json, type);
    if (value == null) {
      throw DatabindException.from((JsonParser) null, "null (expected: a value)");
    }
    return value;
  }
}
