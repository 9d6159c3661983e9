package app.oddiya.adapters.postgres.planning;

import java.time.LocalTime;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalTimeDeserializer;

/// Reads `09:30` digit by digit and every other form as Jackson does.
final class TimeOfDayDeserializer extends ValueDeserializer<LocalTime> {

  @Override
  public LocalTime deserialize(JsonParser json, DeserializationContext context) {
    String text = json.getString();
    return text != null
            && text.length() == 5
            && text.charAt(2) == ':'
            && areDigits(text, 0, 1, 3, 4)
        ? LocalTime.of(number(text, 0), number(text, 3))
        : LocalTimeDeserializer.INSTANCE.deserialize(json, context);
  }

  private static boolean areDigits(String text, int... positions) {
    for (int position : positions) {
      if (text.charAt(position) < '0' || text.charAt(position) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int position) {
    return 10 * (text.charAt(position) - '0') + text.charAt(position + 1) - '0';
  }
}
