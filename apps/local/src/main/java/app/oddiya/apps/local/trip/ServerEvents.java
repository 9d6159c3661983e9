package app.oddiya.apps.local.trip;

import java.util.Iterator;
import java.util.stream.Stream;

/// Server-sent events, one after the other as they arrive.
final class ServerEvents {

  /// @param data its lines, joined
  record Event(String name, String data) {}

  /// Is handed each event; the answer says whether to go on reading.
  interface Reader {
    boolean on(Event event);
  }

  private ServerEvents() {}

  static void read(Stream<String> lines, Reader reader) {
    String name = "message";
    StringBuilder data = new StringBuilder();
    for (Iterator<String> rest = lines.iterator(); rest.hasNext(); ) {
      String line = rest.next();
      if (line.isEmpty()) {
        if (!data.isEmpty() && !reader.on(new Event(name, data.toString().strip()))) {
          return;
        }
        name = "message";
        data.setLength(0);
      } else if (line.startsWith("event:")) {
        name = line.substring("event:".length()).strip();
      } else if (line.startsWith("data:")) {
        data.append(line.substring("data:".length()).strip()).append('\n');
      }
    }
  }
}
