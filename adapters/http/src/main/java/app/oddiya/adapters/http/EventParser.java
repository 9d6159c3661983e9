package app.oddiya.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Reads server-sent events (HTML Living Standard, 9.2.6) out of bytes that come in any pieces.
///
/// Comments are passed over, `id` and `retry` too, for nobody here reconnects.
final class EventParser {

  /// One event is no longer: 1 MiB.
  static final int MOST_BYTES = 1 << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String service;
  private final Deque<ServerEvent> events = new ArrayDeque<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private String name = "";
  private boolean hasData;
  private boolean afterCarriageReturn;
  private boolean isFirstLine = true;

  EventParser(String service) {
    this.service = service;
  }

  /// @throws IOException if an event is longer than [#MOST_BYTES]
  void read(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      boolean secondHalfOfLineEnd = next == '\n' && afterCarriageReturn;
      afterCarriageReturn = next == '\r';
      if (secondHalfOfLineEnd) {
        continue;
      }
      if (next == '\r' || next == '\n') {
        endLine();
      } else {
        line.write(next);
      }
      if (line.size() + data.length() > MOST_BYTES) {
        throw new IOException("event longer than " + MOST_BYTES + " bytes");
      }
    }
  }

  /// The next event that is complete, if there is one.
  Optional<ServerEvent> poll() {
    return Optional.ofNullable(events.poll());
  }

  private void endLine() {
    String text = line.toString(UTF_8);
    line.reset();
    if (isFirstLine && text.startsWith(BYTE_ORDER_MARK)) {
      text = text.substring(1);
    }
    isFirstLine = false;
    if (text.isEmpty()) {
      endEvent();
      return;
    }
    int colon = text.indexOf(':');
    String field = colon < 0 ? text : text.substring(0, colon);
    String value = colon < 0 ? "" : text.substring(colon + 1);
    set(field, value.startsWith(" ") ? value.substring(1) : value);
  }

  private void set(String field, String value) {
    if (field.equals("event")) {
      name = value;
    } else if (field.equals("data")) {
      data.append(hasData ? "\n" : "").append(value);
      hasData = true;
    }
  }

  private void endEvent() {
    if (hasData) {
      events.add(new ServerEvent(service, name.isEmpty() ? "message" : name, data.toString()));
    }
    data.setLength(0);
    hasData = false;
    name = "";
  }
}
