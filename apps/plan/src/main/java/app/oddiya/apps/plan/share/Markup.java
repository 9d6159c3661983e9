package app.oddiya.apps.plan.share;

/// HTML and SVG, written element by element. Whatever is not the name of an element or of an
/// attribute is escaped, so that no text can become markup.
final class Markup {

  private final StringBuilder out = new StringBuilder(16_384);

  /// Begins an element.
  ///
  /// @param attributes names and values by turns
  Markup open(String element, Object... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(String.valueOf(attributes[i + 1]));
      out.append('"');
    }
    out.append('>');
    return this;
  }

  Markup close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  Markup text(String text) {
    escape(text);
    return this;
  }

  /// An element with nothing but text in it.
  Markup say(String element, String text, Object... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  /// An element of SVG with nothing in it.
  Markup draw(String element, Object... attributes) {
    return open(element, attributes).close(element);
  }

  /// A line, so that the page can be read by people too.
  Markup line() {
    out.append('\n');
    return this;
  }

  /// Something that is markup already and of our own making.
  Markup trusted(String markup) {
    out.append(markup);
    return this;
  }

  private void escape(String text) {
    text.codePoints().forEach(this::escape);
  }

  private void escape(int point) {
    switch (point) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.appendCodePoint(isWritable(point) ? point : 0xFFFD);
    }
  }

  /// Controls mean nothing in HTML (section 13.1.4 of the standard), halves of a pair nowhere.
  private static boolean isWritable(int point) {
    boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return !isHalf && (point == '\n' || point == '\t' || !Character.isISOControl(point));
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
