package app.oddiya.apps.plan.share;

import app.oddiya.domain.shared.GeoPoint;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A drawn map, as inline SVG: lines from stop to stop on a plain sheet with a grid, a scale and
/// north. It asks no tile server, so nobody learns who looks at which trip.
///
/// Positions are put on the sheet by latitude and longitude, the latter shortened by the cosine of
/// the middle latitude: over a trip in Korea that is off by less than the width of a line.
final class TripMap {

  private static final double WIDTH = 480;
  private static final double MARGIN = 34;

  /// Stops of a village are not drawn as far apart as those of a province.
  private static final double LEAST_METERS = 500;

  private static final double METERS_PER_DEGREE = 111_195;
  private static final double LONGEST_SCALE = 130;

  private final Words words;
  private final double height;
  private final double metersPerUnit;
  private final GeoPoint middle;
  private final double shortening;

  private TripMap(Words words, double height, List<GeoPoint> positions) {
    this.words = words;
    this.height = height;
    double south = positions.stream().mapToDouble(GeoPoint::lat).min().orElse(0);
    double north = positions.stream().mapToDouble(GeoPoint::lat).max().orElse(0);
    double west = positions.stream().mapToDouble(GeoPoint::lng).min().orElse(0);
    double east = positions.stream().mapToDouble(GeoPoint::lng).max().orElse(0);
    this.middle = new GeoPoint((south + north) / 2, (west + east) / 2);
    this.shortening = Math.max(0.01, Math.cos(Math.toRadians(middle.lat())));
    double across = (east - west) * shortening * METERS_PER_DEGREE;
    double along = (north - south) * METERS_PER_DEGREE;
    this.metersPerUnit =
        Stream.of(
                across / (WIDTH - 2 * MARGIN),
                along / (height - 2 * MARGIN),
                LEAST_METERS / (height - 2 * MARGIN))
            .max(Double::compare)
            .orElseThrow();
  }

  /// One day: its stops numbered in their order.
  ///
  /// @param color the class that gives the day its colour
  static void ofDay(
      Markup page, Words words, String title, String color, List<GeoPoint> positions) {
    TripMap map = new TripMap(words, 320, positions);
    map.begin(page, title);
    page.open("g", "class", color);
    map.line(page, positions);
    map.numbers(page, positions);
    page.close("g");
    map.end(page);
  }

  /// All days, a line each.
  ///
  /// @param days in the order of their colours
  /// @param colors a class for each
  static void ofDays(
      Markup page, Words words, String title, List<String> colors, List<List<GeoPoint>> days) {
    TripMap map = new TripMap(words, 300, days.stream().flatMap(List::stream).toList());
    map.begin(page, title);
    for (int i = 0; i < days.size(); i++) {
      page.open("g", "class", colors.get(i));
      map.line(page, days.get(i));
      days.get(i)
          .forEach(
              position ->
                  page.draw(
                      "circle",
                      "class",
                      "dot",
                      "cx",
                      map.x(position),
                      "cy",
                      map.y(position),
                      "r",
                      "5"));
      page.close("g");
    }
    map.end(page);
  }

  private void begin(Markup page, String title) {
    page.open("svg", "viewBox", "0 0 " + number(WIDTH) + " " + number(height), "role", "img");
    page.say("title", title);
    grid(page);
  }

  /// Squares of the length of the scale.
  private void grid(Markup page) {
    double step = scaleMeters() / metersPerUnit;
    StringBuilder lines = new StringBuilder();
    for (double x = WIDTH / 2 % step; x < WIDTH; x += step) {
      lines.append("M%s 0V%s".formatted(number(x), number(height)));
    }
    for (double y = height / 2 % step; y < height; y += step) {
      lines.append("M0 %sH%s".formatted(number(y), number(WIDTH)));
    }
    page.draw("path", "class", "grid", "d", lines);
  }

  private void line(Markup page, List<GeoPoint> positions) {
    StringBuilder points = new StringBuilder();
    positions.forEach(position -> points.append(x(position) + "," + y(position) + " "));
    page.draw("polyline", "class", "line", "points", points.toString().strip());
  }

  /// Numbers where the stops are, moved apart where they would cover each other: a thread leads
  /// from such a number to its stop.
  private void numbers(Markup page, List<GeoPoint> positions) {
    List<Spread.Spot> stops =
        positions.stream().map(each -> new Spread.Spot(across(each), down(each))).toList();
    List<Spread.Spot> discs = Spread.apart(stops, WIDTH, height);
    for (int i = 0; i < stops.size(); i++) {
      Spread.Spot stop = stops.get(i);
      Spread.Spot disc = discs.get(i);
      page.draw(
          "path",
          "class",
          "thread",
          "d",
          "M%s %sL%s %s"
              .formatted(number(stop.x()), number(stop.y()), number(disc.x()), number(disc.y())));
      page.draw(
          "circle", "class", "dot", "cx", number(stop.x()), "cy", number(stop.y()), "r", "3.5");
    }
    for (int i = 0; i < stops.size(); i++) {
      Spread.Spot disc = discs.get(i);
      page.draw(
          "circle",
          "class",
          "disc",
          "cx",
          number(disc.x()),
          "cy",
          number(disc.y()),
          "r",
          number(Spread.RADIUS));
      page.say(
          "text",
          Integer.toString(i + 1),
          "class",
          "number",
          "x",
          number(disc.x()),
          "y",
          number(disc.y() + 4.5));
    }
  }

  private void end(Markup page) {
    double length = scaleMeters() / metersPerUnit;
    String y = number(height - 12);
    page.draw(
        "path",
        "class",
        "scale",
        "d",
        "M14 %sv5h%sv-5".formatted(number(height - 17), number(length)));
    page.say(
        "text", words.distance(scaleMeters()), "class", "note", "x", number(22 + length), "y", y);
    page.draw("path", "class", "north", "d", "M462 12l6 15l-6-4l-6 4z");
    page.say("text", words.say("north"), "class", "note mid", "x", "462", "y", "40");
    page.close("svg").line();
  }

  /// The longest of 1, 2 and 5 times a power of ten that is not too long.
  private double scaleMeters() {
    double longest = LONGEST_SCALE * metersPerUnit;
    double power = Math.pow(10, Math.floor(Math.log10(longest)));
    return Stream.of(5, 2, 1)
        .map(times -> times * power)
        .filter(meters -> meters <= longest)
        .findFirst()
        .orElse(power);
  }

  private String x(GeoPoint position) {
    return number(across(position));
  }

  private String y(GeoPoint position) {
    return number(down(position));
  }

  private double across(GeoPoint position) {
    double meters = (position.lng() - middle.lng()) * shortening * METERS_PER_DEGREE;
    return WIDTH / 2 + meters / metersPerUnit;
  }

  private double down(GeoPoint position) {
    double meters = (position.lat() - middle.lat()) * METERS_PER_DEGREE;
    return height / 2 - meters / metersPerUnit;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceAll("\\.0$", "");
  }
}
