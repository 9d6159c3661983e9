package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Caption;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.Template.Lettering;
import app.oddiya.domain.video.film.Title;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.TextAttribute;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Sets the words of films: large titles in the middle, names of places low in the frame, in the
/// template's lettering, both on a shade that darkens the picture without an edge.
///
/// All of it stays clear of what short-video apps lay over a film: the top 8 %, the bottom 16 %
/// and the right 12 %.
final class Typesetter {

  private static final Color PAPER = new Color(0xff, 0xff, 0xff);
  private static final Color SOFT_PAPER = new Color(0xf2, 0xef, 0xe9);
  private static final Color PIN = new Color(0xff, 0xc8, 0x57);

  private static final double TOP_KEPT_FREE = 0.1;
  private static final double BOTTOM_KEPT_FREE = 0.16;
  private static final double RIGHT_KEPT_FREE = 0.12;
  private static final double MARGIN = 0.07;

  private static final double TITLE_DARKNESS = 0.46;

  /// Of a whole table of prints, when something is set over it.
  static final double DARKNESS_OF_PAPER = 0.62;

  private static final double CAPTION_DARKNESS = 0.5;

  /// Of a caption's words, what the shade behind them reaches up.
  private static final float SHADE_ABOVE = 300;

  private static final float CLEAR_OF_CAPTION = 76;

  /// From the last baseline of a name to the line below it.
  private static final float SECOND_LINE = 34;

  private final Typefaces typefaces;
  private final Locale language;
  private final FrameSize frame;
  private final Lettering lettering;
  private final boolean upright;

  /// The shorter side has 1080 of these, whatever its pixels.
  private final float unit;

  Typesetter(Typefaces typefaces, Locale language, FrameSize frame, Lettering lettering) {
    this.typefaces = typefaces;
    this.language = language;
    this.frame = frame;
    this.lettering = lettering;
    this.upright = frame.height() > frame.width();
    this.unit = Math.min(frame.width(), frame.height()) / 1080f;
  }

  /// Empty if the words hold no character that can be written.
  ///
  /// @param clearing of the photo that it is set over
  Optional<Overlay> title(Title title, Clearing clearing) {
    double width = frame.width() * (1 - 2 * RIGHT_KEPT_FREE);
    Lines lines = Lines.of(title.text(), titleFont(), width, upright ? 3 : 2);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Lines below = small(title.subtitle(), 38 * unit, width);
    float ruleGap = 54 * unit;
    float dateGap = 40 * unit;
    float height = lines.height() + (below.isEmpty() ? 0 : ruleGap + dateGap + below.height());

    float middle = middle(frame, height, clearing);
    float reach = height / 2 + 300 * unit;
    boolean onPaper = lettering == Lettering.HAND;
    int top = onPaper ? 0 : even(Math.max(0, middle - reach));
    int bottom = onPaper ? frame.height() : even(Math.min(frame.height(), middle + reach));
    Sheet sheet = new Sheet(frame.width(), bottom - top);
    sheet.shade(
        y ->
            onPaper
                ? DARKNESS_OF_PAPER
                : TITLE_DARKNESS * smooth(1 - Math.abs(y + top - middle) / reach));
    float begin = middle - top - height / 2;
    write(sheet, lines.at(begin, this::centred), PAPER, 16 * unit);
    if (!below.isEmpty()) {
      float rule = begin + lines.height() + ruleGap;
      sheet.fill(List.of(rule(rule)), lettering == Lettering.THIN ? SOFT_PAPER : PIN);
      write(sheet, below.at(rule + dateGap, this::centred), SOFT_PAPER, 10 * unit);
    }
    return Optional.of(sheet.at(top));
  }

  /// Of words set large over a photo.
  static float middle(FrameSize frame, float height, Clearing clearing) {
    double usual = frame.height() * (frame.height() > frame.width() ? 0.44 : 0.4);
    return clearing.middle(usual, height, frame.height() * TOP_KEPT_FREE);
  }

  /// Above which a caption leaves room for other words.
  double top(Overlay caption) {
    return caption.y() + (SHADE_ABOVE - CLEAR_OF_CAPTION) * unit;
  }

  private Font titleFont() {
    float size = (upright ? 112 : 96) * unit;
    return switch (lettering) {
      case PIN, HAND -> typefaces.bold(language, size);
      case BOLD -> typefaces.bold(language, size * 1.22f);
      case THIN -> spaced(typefaces.medium(language, size * 0.78f), 0.12f);
    };
  }

  /// Empty if the words hold no character that can be written.
  Optional<Overlay> caption(Caption caption) {
    return switch (lettering) {
      case PIN, HAND -> behindAPin(caption);
      case BOLD -> heavy(caption);
      case THIN -> centred(caption);
    };
  }

  private Optional<Overlay> behindAPin(Caption caption) {
    float left = (float) (frame.width() * MARGIN);
    float pinWidth = 42 * unit;
    float textLeft = left + pinWidth + 22 * unit;
    double width = frame.width() * (1 - RIGHT_KEPT_FREE) - textLeft;
    Lines lines = Lines.of(caption.text(), typefaces.bold(language, 64 * unit), width, 2);
    Lines below = small(caption.second(), 37 * unit, width);
    return low(
        lines,
        below,
        ignored -> textLeft,
        (sheet, first) ->
            sheet.fill(List.of(pin(left, first, pinWidth, lines.capitals() * 1.06f)), PIN));
  }

  private Optional<Overlay> heavy(Caption caption) {
    float left = (float) (frame.width() * MARGIN);
    float textLeft = left + 34 * unit;
    double width = frame.width() * (1 - RIGHT_KEPT_FREE) - textLeft;
    Lines lines = Lines.of(caption.text(), typefaces.bold(language, 92 * unit), width, 2);
    Lines below = small(caption.second(), 40 * unit, width);
    return low(
        lines,
        below,
        ignored -> textLeft,
        (sheet, first) ->
            sheet.fill(
                List.of(new Rectangle2D.Float(left, first, 12 * unit, height(lines, below))), PIN));
  }

  private Optional<Overlay> centred(Caption caption) {
    double width = frame.width() * (1 - 2 * RIGHT_KEPT_FREE);
    Font font = spaced(typefaces.medium(language, 54 * unit), 0.1f);
    Lines lines = Lines.of(caption.text(), font, width, 2);
    Lines below = small(caption.second(), 34 * unit, width);
    return low(
        lines,
        below,
        this::centred,
        (sheet, first) -> sheet.fill(List.of(rule(first - 40 * unit)), SOFT_PAPER));
  }

  /// Words low in the frame, on their shade, with what belongs to them.
  ///
  /// @param ornament drawn beside them
  private Optional<Overlay> low(Lines lines, Lines below, Lines.LeftEdge left, Ornament ornament) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    float end = (float) (frame.height() * (1 - BOTTOM_KEPT_FREE)) - 32 * unit;
    float begin = end - height(lines, below);
    int top = even(begin - SHADE_ABOVE * unit);
    Sheet sheet = new Sheet(frame.width(), frame.height() - top);
    // Darkest behind the words and lighter again below, where apps lay a shade of their own.
    float above = end - top;
    sheet.shade(
        y ->
            CAPTION_DARKNESS
                * smooth(y / above)
                * (1 - 0.6 * smooth((y - above) / (sheet.height() - above))));
    float first = begin - top;
    write(sheet, lines.at(first, left), PAPER, 12 * unit);
    ornament.draw(sheet, first);
    if (!below.isEmpty()) {
      float second = first + lines.height() + SECOND_LINE * unit;
      write(sheet, below.at(second, left), SOFT_PAPER, 8 * unit);
    }
    return Optional.of(sheet.at(top));
  }

  private float height(Lines lines, Lines below) {
    return lines.height() + (below.isEmpty() ? 0 : SECOND_LINE * unit + below.height());
  }

  /// What is drawn beside words whose letters begin at `first`.
  @FunctionalInterface
  private interface Ornament {
    void draw(Sheet sheet, float first);
  }

  private static Font spaced(Font font, float by) {
    return font.deriveFont(Map.of(TextAttribute.TRACKING, by));
  }

  private Lines small(Optional<String> text, float size, double width) {
    return text.map(words -> Lines.of(words, typefaces.medium(language, size), width, 1))
        .orElse(new Lines(List.of(), 0));
  }

  private double centred(double width) {
    return (frame.width() - width) / 2;
  }

  private static void write(Sheet sheet, List<Shape> words, Color color, float glow) {
    sheet.glow(words, glow, 0.5f);
    sheet.fill(words, color);
  }

  private Shape rule(float y) {
    float half = 44 * unit;
    return new Rectangle2D.Float(frame.width() / 2f - half, y, 2 * half, Math.max(2, 4 * unit));
  }

  /// A drop, point down, with a hole.
  private static Shape pin(float x, float y, float width, float height) {
    float radius = width / 2;
    float middle = x + radius;
    Area pin = new Area(halfDrop(middle, y, -radius, height));
    pin.add(new Area(halfDrop(middle, y, radius, height)));
    float hole = radius * 0.42f;
    pin.subtract(
        new Area(new Ellipse2D.Float(middle - hole, y + radius - hole, 2 * hole, 2 * hole)));
    return pin;
  }

  /// @param side its width, negative to the left
  private static Path2D halfDrop(float x, float y, float side, float height) {
    float radius = Math.abs(side);
    Path2D.Float half = new Path2D.Float();
    half.moveTo(x, y + height);
    half.curveTo(
        x + side * 0.25f, y + height * 0.78f, x + side, y + radius * 1.75f, x + side, y + radius);
    half.curveTo(x + side, y + radius * 0.45f, x + side * 0.55f, y, x, y);
    half.closePath();
    return half;
  }

  private static double smooth(double share) {
    double held = Math.clamp(share, 0.0, 1.0);
    return held * held * (3 - 2 * held);
  }

  private static int even(double length) {
    return (int) Math.round(length / 2) * 2;
  }
}
