package app.oddiya.apps.local.trip;

import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as the phone reads and writes it.
final class Json {

  static final JsonMapper mapper = JsonMapper.builder().build();

  private Json() {}

  static JsonNode parsed(String text) {
    try {
      return mapper.readTree(text);
    } catch (JacksonException e) {
      throw new TripFailure("no JSON: " + text, e);
    }
  }

  /// The body of an answer that must have this status.
  static JsonNode expect(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new TripFailure(
          "%s answered %d instead of %d: %s"
              .formatted(Http.named(answer.request()), answer.statusCode(), status, answer.body()));
    }
    return answer.body().isEmpty() ? mapper.createObjectNode() : parsed(answer.body());
  }

  static String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isString()) {
      throw new TripFailure("no text '" + field + "' in " + object);
    }
    return value.stringValue();
  }
}
