package app.oddiya.adapters.ffmpeg.video;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A text set in a few lines that are about equally long and fit a width.
///
/// @param layouts from the top down; none if the font can write nothing of the text
/// @param leading from one baseline to the next, in pixels
record Lines(List<TextLayout> layouts, float leading) {

  private static final float LEADING = 1.3f;

  /// From the top of the tallest letters to the baseline, in sizes of the type.
  private static final float CAPITALS = 0.86f;

  /// A text that does not fit is set this much smaller, again and again.
  private static final float SMALLER = 0.94f;

  private static final float STILL_LARGE = 0.78f;
  private static final float SMALLEST = 0.6f;

  private static final FontRenderContext EXACT =
      new FontRenderContext(new AffineTransform(), true, true);

  /// The text in at most `most` lines of `width`: rather a little smaller than in one more line,
  /// rather in more lines than much smaller, its end cut if even the smallest type does not
  /// suffice.
  static Lines of(String text, Font font, double width, int most) {
    String writable = writable(text, font);
    for (int lines = 1; lines < most; lines++) {
      Font fitting = fitting(writable, font, width, lines, STILL_LARGE);
      if (broken(writable, fitting, width).size() <= lines) {
        return set(broken(writable, fitting, width), fitting, width);
      }
    }
    Font smallest = fitting(writable, font, width, most, SMALLEST);
    List<String> broken = broken(writable, smallest, width);
    String cut = writable;
    while (broken.size() > most) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1)).strip();
      broken = broken(cut + "…", smallest, width);
    }
    return set(broken, smallest, width);
  }

  /// The largest size, down to `share` of the font's, in which the text takes no more lines.
  private static Font fitting(String text, Font font, double width, int lines, float share) {
    Font fitting = font;
    while (broken(text, fitting, width).size() > lines
        && fitting.getSize2D() * SMALLER >= font.getSize2D() * share) {
      fitting = fitting.deriveFont(fitting.getSize2D() * SMALLER);
    }
    return fitting;
  }

  private static Lines set(List<String> broken, Font font, double width) {
    List<TextLayout> layouts = new ArrayList<>();
    for (String line : balanced(broken, font, width)) {
      layouts.add(new TextLayout(line, font, EXACT));
    }
    return new Lines(List.copyOf(layouts), font.getSize2D() * LEADING);
  }

  boolean isEmpty() {
    return layouts.isEmpty();
  }

  /// From the top of the first line's letters to the last baseline.
  float height() {
    return capitals() + (layouts.size() - 1) * leading;
  }

  /// Height of the tallest letters.
  float capitals() {
    return leading / LEADING * CAPITALS;
  }

  /// Outlines whose letters begin at `top`, each line begun where `left` puts it.
  List<Shape> at(float top, LeftEdge left) {
    List<Shape> outlines = new ArrayList<>();
    float baseline = top + capitals();
    for (TextLayout layout : layouts) {
      double x = left.of(layout.getAdvance());
      outlines.add(layout.getOutline(AffineTransform.getTranslateInstance(x, baseline)));
      baseline += leading;
    }
    return outlines;
  }

  /// Where a line of some width begins.
  @FunctionalInterface
  interface LeftEdge {
    double of(double width);
  }

  /// What the font can write of a text: a box in place of an emoji helps nobody.
  private static String writable(String text, Font font) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .map(character -> Character.isWhitespace(character) ? ' ' : character)
        .filter(character -> !Character.isISOControl(character))
        .filter(character -> Character.getType(character) != Character.FORMAT)
        .filter(font::canDisplay)
        .forEach(kept::appendCodePoint);
    return kept.toString().strip().replaceAll(" +", " ");
  }

  /// As many lines in the narrowest width that does not need one more.
  private static List<String> balanced(List<String> broken, Font font, double width) {
    String text = String.join(" ", broken);
    if (broken.size() < 2 || !text.contains(" ")) {
      return broken;
    }
    double tooNarrow = width / broken.size() / 2;
    double enough = width;
    while (enough - tooNarrow > 4) {
      double middle = (tooNarrow + enough) / 2;
      if (broken(text, font, middle).size() > broken.size()) {
        tooNarrow = middle;
      } else {
        enough = middle;
      }
    }
    List<String> balanced = broken(text, font, enough);
    return balanced.size() == broken.size() ? balanced : broken;
  }

  /// Between words, also in Korean, where type that is set by the general rule tears them apart; a
  /// word that is longer than a line, and any Chinese and Japanese, between characters.
  private static List<String> broken(String text, Font font, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (advance(longer, font) <= width) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      List<String> parts = torn(word, font, width);
      lines.addAll(parts.subList(0, parts.size() - 1));
      line = parts.getLast();
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  private static List<String> torn(String word, Font font, double width) {
    if (word.isEmpty() || advance(word, font) <= width) {
      return List.of(word);
    }
    LineBreakMeasurer measurer =
        new LineBreakMeasurer(
            new AttributedString(word, Map.of(TextAttribute.FONT, font)).getIterator(), EXACT);
    List<String> parts = new ArrayList<>();
    while (measurer.getPosition() < word.length()) {
      int from = measurer.getPosition();
      int end = Math.max(from + 1, measurer.nextOffset((float) width));
      measurer.setPosition(end);
      parts.add(word.substring(from, end));
    }
    return parts;
  }

  private static double advance(String text, Font font) {
    return text.isEmpty() ? 0 : new TextLayout(text, font, EXACT).getAdvance();
  }
}
