package app.oddiya.adapters.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/// What a request line may ask for, so that the proxy and every server behind it read it the same.
final class Target {

  private static final String UNRESERVED_MARKS = "-._~";

  /// Beside letters and digits, what stands in a path as itself (RFC 3986, section 3.3), but for
  /// the semicolon: some servers cut a segment there.
  private static final String PATH_MARKS = UNRESERVED_MARKS + "/!$&'()*+,=:@";

  /// What stands in a query as itself (RFC 3986, section 3.4).
  private static final String QUERY_MARKS = PATH_MARKS + ";?%";

  /// Encoded, these hide a separator, an escape or the end of a path from whoever does not decode.
  private static final String NEVER_ENCODED = "/\\;%?#";

  private Target() {}

  /// Whether a path has one spelling and one meaning. It has not if it is not absolute, has an
  /// empty or a dot segment, a semicolon, a backslash, anything that a URI has to encode, an escape
  /// that is broken or need not be one (`%2e`, `%69nternal`), or one that hides a separator or a
  /// control character.
  static boolean isUnambiguous(String path) {
    if (!path.startsWith("/") || path.contains("//")) {
      return false;
    }
    for (String segment : path.split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        return false;
      }
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '%') {
        if (!isNeededEscape(path, i)) {
          return false;
        }
        i += 2;
      } else if (!isOneOf(PATH_MARKS, c)) {
        return false;
      }
    }
    return true;
  }

  /// A query in which what must be encoded is. Browsers send `[`, `|` and the like as they are.
  static String encoded(String query) {
    StringBuilder encoded = null;
    for (int i = 0; i < query.length(); ) {
      int c = query.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean fits = c < 0x80 && isOneOf(QUERY_MARKS, (char) c);
      if (!fits && encoded == null) {
        encoded = new StringBuilder(query.substring(0, i));
      }
      if (encoded != null) {
        encoded.append(fits ? Character.toString(c) : escaped(Character.toString(c)));
      }
      i = next;
    }
    return encoded == null ? query : encoded.toString();
  }

  private static boolean isNeededEscape(String path, int percent) {
    if (percent + 2 >= path.length()
        || !HexFormat.isHexDigit(path.charAt(percent + 1))
        || !HexFormat.isHexDigit(path.charAt(percent + 2))) {
      return false;
    }
    char hidden = (char) HexFormat.fromHexDigits(path, percent + 1, percent + 3);
    boolean isControl = hidden < 0x20 || hidden == 0x7f;
    return !isControl && NEVER_ENCODED.indexOf(hidden) < 0 && !isOneOf(UNRESERVED_MARKS, hidden);
  }

  private static boolean isOneOf(String marks, char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || marks.indexOf(c) >= 0;
  }

  private static String escaped(String character) {
    return HexFormat.of().withUpperCase().withPrefix("%").formatHex(character.getBytes(UTF_8));
  }
}
