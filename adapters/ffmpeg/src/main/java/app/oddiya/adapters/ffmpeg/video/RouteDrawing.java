package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.video.film.Card;
import app.oddiya.domain.video.film.FrameSize;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Draws the way of a trip without a map: its places as dots where they lie to each other, north
/// up, with their names where there is room, and lines between them.
final class RouteDrawing {

  private static final Color LINE = new Color(0xff, 0xff, 0xff);
  private static final Color DOT = new Color(0xff, 0xc8, 0x57);

  private static final double DARKNESS = 0.55;

  /// What is drawn in, in widths and heights of the frame.
  private static final Rectangle2D ROOM = new Rectangle2D.Double(0.14, 0.2, 0.66, 0.48);

  /// A way that is shorter than this (some hundred metres) is not blown up to the whole frame.
  private static final double LEAST_DEGREES = 0.004;

  private final Typefaces typefaces;
  private final Locale language;
  private final FrameSize frame;
  private final float unit;

  RouteDrawing(Typefaces typefaces, Locale language, FrameSize frame) {
    this.typefaces = typefaces;
    this.language = language;
    this.frame = frame;
    this.unit = Math.min(frame.width(), frame.height()) / 1080f;
  }

  /// First the shade with the first place, then each leg with the place that it leads to.
  List<Overlay> draw(Card.Route route) {
    List<Point2D> points = points(route.places());
    List<Rectangle2D> taken = new ArrayList<>();
    points.forEach(point -> taken.add(dot(point).getBounds2D()));
    List<Overlay> overlays = new ArrayList<>();
    Sheet first = new Sheet(frame.width(), frame.height());
    first.shade(_ -> DARKNESS);
    for (int i = 0; i < points.size(); i++) {
      List<Shape> name = name(route.places().get(i).name(), points.get(i), taken);
      List<Shape> line = i == 0 ? List.of() : List.of(line(points.get(i - 1), points.get(i)));
      Sheet sheet = first;
      int left = 0;
      int top = 0;
      if (i > 0) {
        Rectangle2D box = box(line, name, points.get(i - 1), points.get(i));
        left = (int) box.getX() / 2 * 2;
        top = (int) box.getY() / 2 * 2;
        sheet =
            new Sheet(((int) box.getMaxX() - left) / 2 * 2, ((int) box.getMaxY() - top) / 2 * 2);
      }
      AffineTransform place = AffineTransform.getTranslateInstance(-left, -top);
      sheet.fill(moved(line, place), LINE);
      if (i > 0) {
        // Lines end below the dot that is there already.
        sheet.fill(moved(List.of(dot(points.get(i - 1))), place), DOT);
      }
      sheet.fill(moved(List.of(dot(points.get(i))), place), DOT);
      sheet.glow(moved(name, place), 8 * unit, 0.6f);
      sheet.fill(moved(name, place), LINE);
      overlays.add(sheet.at(left, top));
    }
    return overlays;
  }

  /// Where places lie in the frame: degrees of longitude are shorter than those of latitude.
  private List<Point2D> points(List<Card.Place> places) {
    double middle =
        Math.toRadians(
            places.stream()
                .map(Card.Place::position)
                .mapToDouble(GeoPoint::lat)
                .average()
                .orElse(0));
    List<Point2D> flat =
        places.stream()
            .map(Card.Place::position)
            .<Point2D>map(at -> new Point2D.Double(at.lng() * Math.cos(middle), -at.lat()))
            .toList();
    Rectangle2D spread =
        new Rectangle2D.Double(flat.getFirst().getX(), flat.getFirst().getY(), 0, 0);
    flat.forEach(spread::add);
    double width = ROOM.getWidth() * frame.width();
    double height = ROOM.getHeight() * frame.height();
    double scale =
        Math.min(
            width / Math.max(spread.getWidth(), LEAST_DEGREES),
            height / Math.max(spread.getHeight(), LEAST_DEGREES));
    double centerX = spread.getCenterX();
    double centerY = spread.getCenterY();
    return flat.stream()
        .<Point2D>map(
            point ->
                new Point2D.Double(
                    ROOM.getCenterX() * frame.width() + (point.getX() - centerX) * scale,
                    ROOM.getCenterY() * frame.height() + (point.getY() - centerY) * scale))
        .toList();
  }

  /// The name beside its dot, on the side on which it has room; nothing if it has none.
  private List<Shape> name(String text, Point2D point, List<Rectangle2D> taken) {
    Lines line = Lines.of(text, typefaces.medium(language, 36 * unit), 0.5 * frame.width(), 1);
    if (line.isEmpty()) {
      return List.of();
    }
    double wide = line.layouts().getFirst().getAdvance();
    double off = 30 * unit;
    double high = line.capitals();
    double[][] corners = {
      {point.getX() + off, point.getY() - high / 2},
      {point.getX() - off - wide, point.getY() - high / 2},
      {point.getX() - wide / 2, point.getY() + off},
      {point.getX() - wide / 2, point.getY() - off - high},
    };
    for (double[] corner : corners) {
      Rectangle2D box = new Rectangle2D.Double(corner[0], corner[1], wide, high * 1.2);
      boolean inside = corner[0] > 0.04 * frame.width() && corner[0] + wide < 0.88 * frame.width();
      boolean known = taken.stream().anyMatch(other -> other.intersects(box));
      if (inside && !known) {
        taken.add(box);
        return line.at((float) corner[1], _ -> corner[0]);
      }
    }
    return List.of();
  }

  private Shape dot(Point2D point) {
    double radius = 15 * unit;
    return new Ellipse2D.Double(
        point.getX() - radius, point.getY() - radius, 2 * radius, 2 * radius);
  }

  private Shape line(Point2D from, Point2D to) {
    return new BasicStroke(6 * unit, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        .createStrokedShape(new Line2D.Double(from, to));
  }

  private Rectangle2D box(List<Shape> line, List<Shape> name, Point2D from, Point2D to) {
    Rectangle2D box = dot(from).getBounds2D().createUnion(dot(to).getBounds2D());
    for (Shape shape : line) {
      box = box.createUnion(shape.getBounds2D());
    }
    for (Shape shape : name) {
      box = box.createUnion(shape.getBounds2D());
    }
    double rim = 24 * unit;
    return new Rectangle2D.Double(
            box.getX() - rim, box.getY() - rim, box.getWidth() + 2 * rim, box.getHeight() + 2 * rim)
        .createIntersection(new Rectangle2D.Double(0, 0, frame.width(), frame.height()));
  }

  private static List<Shape> moved(List<Shape> shapes, AffineTransform by) {
    return shapes.stream().map(by::createTransformedShape).toList();
  }
}
