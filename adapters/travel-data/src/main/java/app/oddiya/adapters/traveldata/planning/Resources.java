package app.oddiya.adapters.traveldata.planning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The files beside these classes. A field that is not expected is a mistake in the file.
final class Resources {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Resources() {}

  static <T> T json(String name, Class<T> type) {
    return JSON.readValue(text(name), type);
  }

  /// One JSON value a line.
  static <T> List<T> jsonLines(String name, Class<T> type) {
    return text(name).lines().map(line -> JSON.readValue(line, type)).toList();
  }

  private static String text(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
