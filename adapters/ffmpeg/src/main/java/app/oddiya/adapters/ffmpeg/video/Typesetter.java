package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Caption;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.Title;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Sets the words of films: large titles in the middle, names of places low at the left behind a
/// pin, both on a shade that darkens the picture without an edge.
///
/// All of it stays clear of what short-video apps lay over a film: the top 8 %, the bottom 16 %
/// and, of an upright one, the right 12 %.
final class Typesetter {

  private static final Color PAPER = new Color(0xff, 0xff, 0xff);
  private static final Color SOFT_PAPER = new Color(0xf2, 0xef, 0xe9);
  private static final Color PIN = new Color(0xff, 0xc8, 0x57);

  private static final double BOTTOM_KEPT_FREE = 0.16;
  private static final double RIGHT_KEPT_FREE = 0.12;
  private static final double MARGIN = 0.07;

  private static final int MOST_TITLE_LINES = 3;
  private static final int MOST_CAPTION_LINES = 2;

  /// Words that do not fit are set this much smaller, until they do or are cut.
  private static final float SMALLER = 0.88f;

  private static final float SMALLEST = 0.55f;

  private static final FontRenderContext EXACT =
      new FontRenderContext(new AffineTransform(), true, true);

  private final Typefaces typefaces;
  private final Locale language;
  private final FrameSize frame;

  /// The shorter side has 1080 of these, whatever its pixels.
  private final float unit;

  Typesetter(Typefaces typefaces, Locale language, FrameSize frame) {
    this.typefaces = typefaces;
    this.language = language;
    this.frame = frame;
    this.unit = Math.min(frame.width(), frame.height()) / 1080f;
  }

  /// Empty if the words hold no character that can be written.
  Optional<Overlay> title(Title title) {
    double width = frame.width() * (1 - 2 * RIGHT_KEPT_FREE);
    Font large = typefaces.bold(language, 112 * unit);
    List<TextLayout> lines = lines(title.text(), large, width, MOST_TITLE_LINES);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Font small = typefaces.medium(language, 38 * unit);
    List<TextLayout> below =
        title.subtitle().map(text -> lines(text, small, width, 1)).orElse(List.of());
    float leading = 1.22f;
    float height = height(lines, leading) + (below.isEmpty() ? 0 : 96 * unit);

    float middle = frame.height() * 0.44f;
    float shade = height / 2 + 330 * unit;
    int top = even(Math.max(0, middle - shade));
    int bottom = even(Math.min(frame.height(), middle + shade));
    Canvas canvas = new Canvas(frame.width(), bottom - top);
    canvas.shade(
        y -> {
          double off = Math.abs(y + top - middle) / shade;
          return 0.46 * bell(off);
        });
    List<Shape> words = new ArrayList<>();
    float baseline = middle - top - height / 2;
    for (TextLayout line : lines) {
      baseline += line.getAscent() * 0.92f;
      words.add(centred(line, baseline));
      baseline += line.getAscent() * (leading - 0.92f) + line.getDescent() * 0.4f;
    }
    canvas.glow(words, 16 * unit, 0.55f);
    canvas.fill(words, PAPER);
    if (!below.isEmpty()) {
      float ruleY = baseline + 18 * unit;
      float half = 44 * unit;
      Shape rule =
          new Rectangle2D.Float(frame.width() / 2f - half, ruleY, 2 * half, Math.max(2, 4 * unit));
      Shape date = centred(below.getFirst(), ruleY + 74 * unit);
      canvas.glow(List.of(date), 10 * unit, 0.5f);
      canvas.fill(List.of(rule), PIN);
      canvas.fill(List.of(date), SOFT_PAPER);
    }
    return Optional.of(Overlay.of(canvas.image, 0, top));
  }

  /// Empty if the words hold no character that can be written.
  Optional<Overlay> caption(Caption caption) {
    float left = (float) (frame.width() * MARGIN);
    float pinWidth = 44 * unit;
    float textLeft = left + pinWidth + 22 * unit;
    double width = frame.width() * (1 - RIGHT_KEPT_FREE) - textLeft;
    Font large = typefaces.bold(language, 64 * unit);
    List<TextLayout> lines = lines(caption.text(), large, width, MOST_CAPTION_LINES);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Font small = typefaces.medium(language, 36 * unit);
    List<TextLayout> below =
        caption.second().map(text -> lines(text, small, width, 1)).orElse(List.of());
    float leading = 1.2f;
    float height = height(lines, leading) + (below.isEmpty() ? 0 : 56 * unit);

    float end = (float) (frame.height() * (1 - BOTTOM_KEPT_FREE)) - 28 * unit;
    float begin = end - height;
    int top = even(Math.max(0, begin - 300 * unit));
    Canvas canvas = new Canvas(frame.width(), frame.height() - top);
    // Darkest behind the words and lighter again below, where apps lay a shade of their own.
    float above = end - top;
    canvas.shade(
        y -> 0.5 * smooth(y / above) * (1 - 0.6 * smooth((y - above) / (canvas.height() - above))));
    List<Shape> words = new ArrayList<>();
    float baseline = begin - top;
    for (TextLayout line : lines) {
      baseline += line.getAscent() * 0.92f;
      words.add(line.getOutline(AffineTransform.getTranslateInstance(textLeft, baseline)));
      baseline += line.getAscent() * (leading - 0.92f) + line.getDescent() * 0.4f;
    }
    float capHeight = lines.getFirst().getAscent() * 0.84f;
    Shape pin = pin(left, begin - top + lines.getFirst().getAscent() * 0.1f, pinWidth, capHeight);
    canvas.glow(words, 12 * unit, 0.5f);
    canvas.fill(words, PAPER);
    canvas.fill(List.of(pin), PIN);
    if (!below.isEmpty()) {
      Shape second =
          below
              .getFirst()
              .getOutline(AffineTransform.getTranslateInstance(textLeft, baseline + 36 * unit));
      canvas.glow(List.of(second), 8 * unit, 0.5f);
      canvas.fill(List.of(second), SOFT_PAPER);
    }
    return Optional.of(Overlay.of(canvas.image, 0, top));
  }

  private Shape centred(TextLayout line, float baseline) {
    double left = (frame.width() - line.getAdvance()) / 2;
    return line.getOutline(AffineTransform.getTranslateInstance(left, baseline));
  }

  /// A drop, point down, with a hole.
  private static Shape pin(float x, float y, float width, float height) {
    float radius = width / 2;
    float middle = x + radius;
    Path2D.Float drop = new Path2D.Float();
    drop.moveTo(middle, y + height);
    drop.curveTo(middle - radius * 0.25f, y + height * 0.78f, x, y + radius * 1.75f, x, y + radius);
    drop.curveTo(x, y + radius * 0.45f, middle - radius * 0.55f, y, middle, y);
    drop.curveTo(middle + radius * 0.55f, y, x + width, y + radius * 0.45f, x + width, y + radius);
    drop.curveTo(
        x + width,
        y + radius * 1.75f,
        middle + radius * 0.25f,
        y + height * 0.78f,
        middle,
        y + height);
    drop.closePath();
    Area pin = new Area(drop);
    float hole = radius * 0.42f;
    pin.subtract(
        new Area(new Ellipse2D.Float(middle - hole, y + radius - hole, 2 * hole, 2 * hole)));
    return pin;
  }

  /// The text in at most `most` lines, as large as fits, its end cut if even small type does not.
  private List<TextLayout> lines(String text, Font font, double width, int most) {
    String writable = writable(text, font);
    if (writable.isEmpty()) {
      return List.of();
    }
    Font smaller = font;
    List<TextLayout> lines = broken(writable, smaller, width);
    while (lines.size() > most && smaller.getSize2D() > font.getSize2D() * SMALLEST) {
      smaller = smaller.deriveFont(smaller.getSize2D() * SMALLER);
      lines = broken(writable, smaller, width);
    }
    String cut = writable;
    while (lines.size() > most) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
      lines = broken(cut.strip() + "…", smaller, width);
    }
    return lines;
  }

  private static List<TextLayout> broken(String text, Font font, double width) {
    AttributedCharacterIterator words =
        new AttributedString(text, Map.of(TextAttribute.FONT, font)).getIterator();
    LineBreakMeasurer measurer = new LineBreakMeasurer(words, EXACT);
    List<TextLayout> lines = new ArrayList<>();
    while (measurer.getPosition() < text.length()) {
      lines.add(measurer.nextLayout((float) width));
    }
    return lines;
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

  private static float height(List<TextLayout> lines, float leading) {
    float height = 0;
    for (TextLayout line : lines) {
      height += line.getAscent() * leading + line.getDescent() * 0.4f;
    }
    return height;
  }

  private static double smooth(double share) {
    double held = Math.clamp(share, 0.0, 1.0);
    return held * held * (3 - 2 * held);
  }

  private static double bell(double off) {
    return smooth(1 - off);
  }

  private static int even(double length) {
    return (int) Math.round(length / 2) * 2;
  }

  /// How dark row `y` is made, 0..1.
  @FunctionalInterface
  private interface Shade {
    double at(double y);
  }

  /// A transparent picture that is drawn on.
  private static final class Canvas {

    private final BufferedImage image;

    Canvas(int width, int height) {
      this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    int height() {
      return image.getHeight();
    }

    void shade(Shade shade) {
      int width = image.getWidth();
      int[] row = new int[width];
      for (int y = 0; y < image.getHeight(); y++) {
        Arrays.fill(row, (int) Math.round(255 * shade.at(y)) << 24);
        image.setRGB(0, y, width, 1, row, 0, width);
      }
    }

    void fill(List<Shape> shapes, Color color) {
      Graphics2D graphics = image.createGraphics();
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.setColor(color);
      shapes.forEach(graphics::fill);
      graphics.dispose();
    }

    /// A soft dark edge around shapes, for words on snow.
    void glow(List<Shape> shapes, float radius, float strength) {
      BufferedImage shadow =
          new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
      Canvas canvas = new Canvas(shadow);
      canvas.fill(shapes, new Color(0, 0, 0, strength));
      canvas.blur(Math.max(1, Math.round(radius / 2)));
      Graphics2D graphics = image.createGraphics();
      graphics.drawImage(shadow, 0, 0, null);
      graphics.dispose();
    }

    private Canvas(BufferedImage image) {
      this.image = image;
    }

    /// Blurs the alpha of a black picture by three passes of a box in each direction, which is
    /// nearly a bell.
    private void blur(int radius) {
      int width = image.getWidth();
      int height = image.getHeight();
      int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
      float[] alpha = new float[argb.length];
      for (int i = 0; i < argb.length; i++) {
        alpha[i] = argb[i] >>> 24;
      }
      for (int pass = 0; pass < 3; pass++) {
        for (int y = 0; y < height; y++) {
          box(alpha, y * width, 1, width, radius);
        }
        for (int x = 0; x < width; x++) {
          box(alpha, x, width, height, radius);
        }
      }
      for (int i = 0; i < argb.length; i++) {
        argb[i] = Math.round(alpha[i]) << 24;
      }
      image.setRGB(0, 0, width, height, argb, 0, width);
    }

    private static void box(float[] values, int from, int step, int length, int radius) {
      float[] line = new float[length];
      for (int i = 0; i < length; i++) {
        line[i] = values[from + i * step];
      }
      float sum = 0;
      for (int i = 0; i < Math.min(radius, length); i++) {
        sum += line[i];
      }
      for (int i = 0; i < length; i++) {
        sum += i + radius < length ? line[i + radius] : 0;
        sum -= i - radius - 1 >= 0 ? line[i - radius - 1] : 0;
        values[from + i * step] = sum / (2 * radius + 1);
      }
    }
  }
}
