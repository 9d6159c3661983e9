package app.oddiya.apps.stores.bedrock;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/// Messages of `application/vnd.amazon.eventstream`: lengths, their checksum, headers, payload, and
/// a checksum of it all, big-endian. Source: "Event stream encoding" in the developer guide of
/// Amazon Transcribe, and Smithy's specification of the format.
final class Frames {

  /// Type of a header's value: a string with its length in two bytes.
  private static final byte STRING = 7;

  private static final int PRELUDE = 12;

  private Frames() {}

  static byte[] event(String type, String json) {
    return frame(
        List.of(
            Map.entry(":event-type", type),
            Map.entry(":content-type", "application/json"),
            Map.entry(":message-type", "event")),
        json);
  }

  static byte[] exception(String type, String json) {
    return frame(
        List.of(
            Map.entry(":exception-type", type),
            Map.entry(":content-type", "application/json"),
            Map.entry(":message-type", "exception")),
        json);
  }

  private static byte[] frame(List<Map.Entry<String, String>> headers, String payload) {
    byte[] head = headers(headers);
    byte[] body = payload.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(PRELUDE + head.length + body.length + Integer.BYTES);
    frame.putInt(frame.capacity()).putInt(head.length);
    frame.putInt(checksum(frame));
    frame.put(head).put(body);
    frame.putInt(checksum(frame));
    return frame.array();
  }

  private static byte[] headers(List<Map.Entry<String, String>> headers) {
    ByteBuffer bytes = ByteBuffer.allocate(1024);
    headers.forEach(
        header -> {
          byte[] name = header.getKey().getBytes(StandardCharsets.UTF_8);
          byte[] value = header.getValue().getBytes(StandardCharsets.UTF_8);
          bytes.put((byte) name.length).put(name);
          bytes.put(STRING).putShort((short) value.length).put(value);
        });
    byte[] exact = new byte[bytes.position()];
    bytes.get(0, exact);
    return exact;
  }

  /// Of everything that has been put in so far.
  private static int checksum(ByteBuffer frame) {
    var crc = new CRC32();
    crc.update(frame.duplicate().flip());
    return (int) crc.getValue();
  }
}
