package app.oddiya.adapters.postgres.video;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

/// The parts of a job that are read and written whole, as JSON in a column.
///
/// Each has a `Stored*` record that is the stored form: the domain can rename what it likes, and a
/// later release reads what an earlier one wrote.
final class StoredJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              usual -> usual.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .build();

  private StoredJson() {}

  static String write(Object part) {
    return MAPPER.writeValueAsString(part);
  }

  static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }
}
