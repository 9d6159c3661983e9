package app.oddiya.domain.identity.account;

import java.util.Optional;

/// How a user wants to be called, kept exactly as it was given.
///
/// @param value 1..100 code points, not blank, without control characters
public record DisplayName(String value) {

  public static final int MAX_CODE_POINTS = 100;

  /// No control characters, and one character at least that is not blank: the part of regular
  /// expressions that Java and ECMA-262 share.
  public static final String FORM =
      "^[^\\u0000-\\u001F\\u007F-\\u009F]*"
          + "[^\\u0000-\\u0020\\u007F-\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF]"
          + "[^\\u0000-\\u001F\\u007F-\\u009F]*$";

  public DisplayName {
    if (!isAcceptable(value)) {
      throw new IllegalArgumentException(
          "name: of "
              + value.length()
              + " characters (expected: 1.."
              + MAX_CODE_POINTS
              + " code points, not blank, no control characters)");
    }
  }

  public static Optional<DisplayName> parse(String text) {
    return isAcceptable(text) ? Optional.of(new DisplayName(text)) : Optional.empty();
  }

  /// The name that a provider gave, made to fit: nobody is kept from signing in by a long name.
  /// Empty if nothing readable is left.
  public static Optional<DisplayName> fitting(String text) {
    StringBuilder readable = new StringBuilder();
    text.strip()
        .codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
        .limit(MAX_CODE_POINTS)
        .forEach(readable::appendCodePoint);
    return parse(readable.toString());
  }

  private static boolean isAcceptable(String text) {
    return text.codePointCount(0, text.length()) <= MAX_CODE_POINTS
        && text.matches(FORM)
        && text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  /// Leaves the name out, so that no log carries it.
  @Override
  public String toString() {
    return "DisplayName[...]";
  }
}
