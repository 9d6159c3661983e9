package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.video.film.Card;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.Template.Lettering;
import app.oddiya.domain.video.film.TripWeather;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;

/// Draws what is set large over a darkened photo: a day with its date and weather, and the way.
final class CardSetter {

  private static final Color PAPER = new Color(0xff, 0xff, 0xff);
  private static final Color ACCENT = new Color(0xff, 0xc8, 0x57);
  private static final Color RAIN = new Color(0x9c, 0xd3, 0xff);

  private static final double DARKNESS = 0.52;
  private static final double RIGHT_KEPT_FREE = 0.12;

  private final Typefaces typefaces;
  private final Locale language;
  private final FrameSize frame;
  private final Lettering lettering;
  private final float unit;

  CardSetter(Typefaces typefaces, Locale language, FrameSize frame, Lettering lettering) {
    this.typefaces = typefaces;
    this.language = language;
    this.frame = frame;
    this.lettering = lettering;
    this.unit = Math.min(frame.width(), frame.height()) / 1080f;
  }

  /// The way, leg by leg: what is laid over frames one after the other, each on top of those
  /// before. As many as there are places.
  List<Overlay> way(Card.Route route) {
    return new RouteDrawing(typefaces, language, frame).draw(route);
  }

  /// @param clearing of the photo that it is set over
  Overlay day(Card.Day day, Clearing clearing) {
    double width = frame.width() * (1 - 2 * RIGHT_KEPT_FREE);
    Lines heading =
        day.heading()
            .map(text -> Lines.of(text, typefaces.bold(language, 46 * unit), width, 1))
            .orElse(new Lines(List.of(), 0));
    Lines date = Lines.of(day.date(), typefaces.bold(language, 82 * unit), width, 2);
    Lines weather =
        day.weather()
            .map(of -> Lines.of(degrees(of), typefaces.medium(language, 44 * unit), width, 1))
            .orElse(new Lines(List.of(), 0));
    float gap = 38 * unit;
    float height =
        date.height()
            + (heading.isEmpty() ? 0 : heading.height() + gap)
            + (weather.isEmpty() ? 0 : weather.height() + gap);
    float middle = Typesetter.middle(frame, height, clearing);
    float reach = height / 2 + 280 * unit;
    boolean onPaper = lettering == Lettering.HAND;
    int top = onPaper ? 0 : (int) Math.max(0, middle - reach) / 2 * 2;
    int bottom = onPaper ? frame.height() : (int) Math.min(frame.height(), middle + reach) / 2 * 2;
    Sheet sheet = new Sheet(frame.width(), bottom - top);
    // White paper with writing on it has to go back as a whole.
    sheet.shade(
        y ->
            onPaper
                ? Typesetter.DARKNESS_OF_PAPER
                : DARKNESS * smooth(1 - Math.abs(y + top - middle) / reach));
    float at = middle - height / 2 - top;
    if (!heading.isEmpty()) {
      write(sheet, heading.at(at, this::centred), ACCENT);
      at += heading.height() + gap;
    }
    write(sheet, date.at(at, this::centred), PAPER);
    at += date.height() + gap;
    if (!weather.isEmpty()) {
      boolean wet = day.weather().map(TripWeather::wet).orElse(false);
      float room = wet ? 52 * unit : 0;
      write(sheet, weather.at(at, wide -> centred(wide + room) + room), PAPER);
      if (wet) {
        double left = centred(weather.layouts().getFirst().getAdvance() + room);
        write(sheet, List.of(drop(left, at, weather.capitals())), RAIN);
      }
    }
    return sheet.at(top);
  }

  private static String degrees(TripWeather weather) {
    return Math.round(weather.lowC()) + "° / " + Math.round(weather.highC()) + "°";
  }

  private double centred(double width) {
    return (frame.width() - width) / 2;
  }

  private void write(Sheet sheet, List<Shape> words, Color color) {
    sheet.glow(words, 10 * unit, 0.5f);
    sheet.fill(words, color);
  }

  private static Shape drop(double x, double y, double height) {
    Path2D.Double drop = new Path2D.Double();
    drop.moveTo(0.5, 0);
    drop.curveTo(0.55, 0.2, 0.86, 0.42, 0.86, 0.66);
    drop.curveTo(0.86, 0.86, 0.7, 1, 0.5, 1);
    drop.curveTo(0.3, 1, 0.14, 0.86, 0.14, 0.66);
    drop.curveTo(0.14, 0.42, 0.45, 0.2, 0.5, 0);
    drop.closePath();
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(height, height);
    return place.createTransformedShape(drop);
  }

  private static double smooth(double share) {
    double held = Math.clamp(share, 0.0, 1.0);
    return held * held * (3 - 2 * held);
  }
}
