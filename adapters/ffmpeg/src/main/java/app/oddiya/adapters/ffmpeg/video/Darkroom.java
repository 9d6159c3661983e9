package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Caption;
import app.oddiya.domain.video.film.DecodedPhoto;
import app.oddiya.domain.video.film.Focus;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.Print;
import app.oddiya.domain.video.film.Scene;
import app.oddiya.domain.video.film.Storyboard;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Makes prints of photos: white paper with the picture, the place's name below it as if by hand,
/// turned as it will lie, with its shadow.
final class Darkroom {

  /// A table is this much larger than the frame, so that a camera that has come near enlarges
  /// nothing to speak of.
  private static final double ROOM = 1.06;

  private static final Color PAPER = new Color(0xfb, 0xf9, 0xf4);
  private static final Color RIM = new Color(0xe2, 0xde, 0xd4);
  private static final Color INK = new Color(0x2b, 0x2f, 0x45);

  private static final float SHADOW = 34;

  private final Typefaces typefaces;
  private final Locale language;
  private final FrameSize table;
  private final double unit;

  Darkroom(Storyboard storyboard, Typefaces typefaces) {
    FrameSize frame = storyboard.aspect().frame();
    this.typefaces = typefaces;
    this.language = storyboard.language();
    this.table = new FrameSize(even(frame.width() * ROOM), even(frame.height() * ROOM));
    this.unit = Math.min(table.width(), table.height()) / 1080.0;
  }

  /// The size of the table that prints are made for.
  FrameSize table() {
    return table;
  }

  /// The print of a scene, in its place on the table.
  Overlay develop(Scene scene) throws IOException {
    Print print = scene.print().orElseThrow();
    double width = print.width() * Math.min(table.width(), table.height());
    double height = width * Print.height(print.ratio());
    double turn = Math.toRadians(print.turn());
    double reach = 3 * SHADOW * unit;
    int boxWidth = even(width * Math.cos(turn) + height * Math.abs(Math.sin(turn)) + 2 * reach);
    int boxHeight = even(height * Math.cos(turn) + width * Math.abs(Math.sin(turn)) + 2 * reach);
    AffineTransform lie = AffineTransform.getTranslateInstance(boxWidth / 2.0, boxHeight / 2.0);
    lie.rotate(turn);
    Sheet sheet = new Sheet(boxWidth, boxHeight);
    Rectangle2D paper = new Rectangle2D.Double(-width / 2, -height / 2, width, height);
    sheet.glow(List.of(shadow(paper, lie)), (float) (SHADOW * unit), 0.62f);
    sheet.fill(List.of(lie.createTransformedShape(paper)), RIM);
    double rim = 1.5 * unit;
    sheet.fill(
        List.of(
            lie.createTransformedShape(
                new Rectangle2D.Double(-width / 2, -height / 2, width - rim, height - rim))),
        PAPER);
    double border = width * Print.BORDER;
    double across = width * Print.PICTURE;
    Rectangle2D window =
        new Rectangle2D.Double(-across / 2, -height / 2 + border, across, across / print.ratio());
    sheet.paste(picture(scene.photo(), print.ratio(), across), window, lie);
    scene
        .caption()
        .map(Caption::text)
        .ifPresent(text -> write(sheet, text, window.getMaxY(), height / 2, across, lie));
    int x = even(print.x() * table.width() - boxWidth / 2.0);
    int y = even(print.y() * table.height() - boxHeight / 2.0);
    return sheet.at(x, y);
  }

  /// Light falls from above, whichever way a print lies.
  private Shape shadow(Rectangle2D paper, AffineTransform lie) {
    return AffineTransform.getTranslateInstance(4 * unit, 10 * unit)
        .createTransformedShape(lie.createTransformedShape(paper));
  }

  /// The part of a photo that fits its paper, around what the eye goes to, at about the size in
  /// which it is seen.
  private static BufferedImage picture(DecodedPhoto photo, double ratio, double across)
      throws IOException {
    double width = Math.min(photo.width(), photo.height() * ratio);
    double height = width / ratio;
    Focus focus = photo.focus();
    double x = Math.clamp(focus.x() * photo.width() - width / 2, 0, photo.width() - width);
    double y = Math.clamp(focus.y() * photo.height() - height / 2, 0, photo.height() - height);
    int shrunk = Math.max(1, (int) (width / across));
    return Picture.read(
        photo, (int) x, (int) y, (int) width / shrunk, (int) height / shrunk, shrunk);
  }

  private void write(
      Sheet sheet, String text, double top, double bottom, double width, AffineTransform lie) {
    float size = (float) (width * 0.105);
    Lines lines = Lines.of(text, typefaces.medium(language, size), width * 0.96, 1);
    if (lines.isEmpty()) {
      return;
    }
    float begin = (float) ((top + bottom - lines.height()) / 2 - 0.01 * width);
    List<Shape> words =
        lines.at(begin, wide -> -wide / 2).stream()
            .map(line -> lie.createTransformedShape(byHand(line, size)))
            .toList();
    sheet.fill(words, INK);
  }

  /// Bends straight letters as a hand does: they lean, and neither their line nor their width is
  /// quite even.
  private static Shape byHand(Shape line, double size) {
    Path2D.Double path = new Path2D.Double();
    Rectangle2D bounds = line.getBounds2D();
    double[] points = new double[6];
    for (PathIterator each = line.getPathIterator(null); !each.isDone(); each.next()) {
      int kind = each.currentSegment(points);
      for (int i = 0; i < 6; i += 2) {
        double x = points[i];
        double y = points[i + 1];
        double at = x / size;
        points[i] = x + 0.13 * (bounds.getMaxY() - y) + size * 0.022 * Math.sin(y / size * 7 + at);
        points[i + 1] =
            y + size * (0.035 * Math.sin(at * 1.9 + 0.6) + 0.018 * Math.sin(at * 5.3)) - 0.012 * x;
      }
      switch (kind) {
        case PathIterator.SEG_MOVETO -> path.moveTo(points[0], points[1]);
        case PathIterator.SEG_LINETO -> path.lineTo(points[0], points[1]);
        case PathIterator.SEG_QUADTO -> path.quadTo(points[0], points[1], points[2], points[3]);
        case PathIterator.SEG_CUBICTO ->
            path.curveTo(points[0], points[1], points[2], points[3], points[4], points[5]);
        default -> path.closePath();
      }
    }
    return path;
  }

  private static int even(double length) {
    return (int) Math.round(length / 2) * 2;
  }
}
