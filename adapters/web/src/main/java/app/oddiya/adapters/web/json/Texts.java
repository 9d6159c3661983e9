package app.oddiya.adapters.web.json;

/// What every text must be, wherever it stands: in JSON, a query or a form.
public final class Texts {

  private Texts() {}

  /// Whether `text` has neither U+0000, which PostgreSQL cannot keep, nor half a surrogate pair,
  /// which no UTF-8 can say.
  public static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
