package app.oddiya.adapters.web;

import app.oddiya.domain.shared.Span;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// What ties the log lines of one request together, across services.
///
/// @param traceparent of W3C Trace Context
public record Trace(String requestId, Optional<String> traceparent) {

  private static final int LONGEST_ID = 128;

  /// `00-`, 32 digits, `-`, 16 digits, `-`, 2 digits (W3C Trace Context, section 3.2).
  private static final int TRACEPARENT = 55;

  private static final int TRACE_ID = 3;
  private static final int PARENT_ID = 36;
  private static final int FLAGS = 53;

  /// Takes over what is well-formed and makes a request id where there is none.
  public static Trace of(Optional<String> requestId, Optional<String> traceparent) {
    return new Trace(
        requestId.filter(Trace::isId).orElseGet(Trace::newId),
        traceparent.flatMap(Trace::understood));
  }

  /// The same with a trace, begun now unless there is one already.
  public Trace begun() {
    return traceparent.isPresent()
        ? this
        : new Trace(requestId, Optional.of("00-" + random128() + "-" + random64() + "-00"));
  }

  /// The same request at one place of its trace.
  public Trace at(Span span) {
    return new Trace(requestId, span.traceparent());
  }

  private static boolean isId(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean fits =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '_'
              || c == ':'
              || c == '-';
      if (!fits) {
        return false;
      }
    }
    return !id.isEmpty() && id.length() <= LONGEST_ID;
  }

  /// The trace in the words of version 00, the one known here: of a later version what it has in
  /// common with that. Empty for what is no trace.
  private static Optional<String> understood(String parent) {
    if (!isTraceparent(parent)) {
      return Optional.empty();
    }
    boolean isOurs = parent.startsWith("00");
    if (isOurs) {
      return parent.length() == TRACEPARENT ? Optional.of(parent) : Optional.empty();
    }
    boolean isSampled = (HexFormat.fromHexDigit(parent.charAt(FLAGS + 1)) & 1) == 1;
    return Optional.of("00" + parent.substring(2, FLAGS) + (isSampled ? "01" : "00"));
  }

  private static boolean isTraceparent(String parent) {
    return parent.length() >= TRACEPARENT
        && (parent.length() == TRACEPARENT || parent.charAt(TRACEPARENT) == '-')
        && isHex(parent, 0, 2)
        && !parent.startsWith("ff")
        && parent.charAt(2) == '-'
        && isHex(parent, TRACE_ID, PARENT_ID - 1)
        && !isZero(parent, TRACE_ID, PARENT_ID - 1)
        && parent.charAt(PARENT_ID - 1) == '-'
        && isHex(parent, PARENT_ID, FLAGS - 1)
        && !isZero(parent, PARENT_ID, FLAGS - 1)
        && parent.charAt(FLAGS - 1) == '-'
        && isHex(parent, FLAGS, TRACEPARENT);
  }

  /// In lower case, as the recommendation has it.
  private static boolean isHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isZero(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }

  /// Not a secret, so it need not come from a source of secrets, which has a lock.
  private static String newId() {
    return random128();
  }

  private static String random128() {
    return random64() + random64();
  }

  private static String random64() {
    // Never all zeros, which is no id.
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
  }
}
