package app.oddiya.apps.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

/// Finds where an answer ends: 200, with its length announced, as all subjects answer here.
final class AnswerReader {

  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
  private static final String OK = "HTTP/1.1 200";
  private static final String LENGTH = "\r\ncontent-length:";

  private byte[] head = new byte[4 * 1024];
  private int headLength;
  private int matched;
  private long bodyLeft = -1;

  /// Takes the next bytes.
  ///
  /// @return whether the answer ends with them
  boolean take(ByteBuffer bytes) throws BadAnswer {
    while (bodyLeft < 0 && bytes.hasRemaining()) {
      takeOfHead(bytes.get());
    }
    if (bodyLeft < 0) {
      return false;
    }
    if (bytes.remaining() > bodyLeft) {
      throw new BadAnswer("more was answered than was asked for");
    }
    bodyLeft -= bytes.remaining();
    if (bodyLeft > 0) {
      return false;
    }
    bodyLeft = -1;
    return true;
  }

  private void takeOfHead(byte next) throws BadAnswer {
    if (headLength == head.length) {
      head = Arrays.copyOf(head, 2 * headLength);
    }
    head[headLength++] = next;
    matched = next == END_OF_HEAD[matched] ? matched + 1 : next == '\r' ? 1 : 0;
    if (matched == END_OF_HEAD.length) {
      bodyLeft = bodyLength(new String(head, 0, headLength, ISO_8859_1));
      headLength = 0;
      matched = 0;
    }
  }

  private static long bodyLength(String head) throws BadAnswer {
    if (!head.startsWith(OK)) {
      throw new BadAnswer("answered with " + head.lines().findFirst().orElse("nothing"));
    }
    int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
    if (at < 0) {
      throw new BadAnswer("answered without a length:\n" + head);
    }
    int from = at + LENGTH.length();
    return Long.parseLong(head.substring(from, head.indexOf('\r', from)).strip());
  }
}
