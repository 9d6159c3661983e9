package app.oddiya.apps.plan.export;

/// Text that any file can hold. What travellers and providers write may hold characters that XML
/// 1.0 (section 2.2) and iCalendar (RFC 5545, section 3.1) have no way to write: controls, halves
/// of a surrogate pair, code points that are no characters.
final class PlainText {

  private static final int REPLACEMENT = 0xFFFD;

  private PlainText() {}

  /// The same text with every line end as a line feed, other controls as spaces, and what is no
  /// character as U+FFFD.
  static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .map(PlainText::plain)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static int plain(int point) {
    if (point == '\n' || point == '\t') {
      return point;
    }
    if (Character.isISOControl(point)) {
      return ' ';
    }
    boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    boolean isNoCharacter = (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
    return isHalf || isNoCharacter ? REPLACEMENT : point;
  }
}
