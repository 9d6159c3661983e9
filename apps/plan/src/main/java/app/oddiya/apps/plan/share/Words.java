package app.oddiya.apps.plan.share;

import app.oddiya.adapters.services.planning.wire.StopView;
import app.oddiya.domain.planning.place.Language;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;

/// What the page says beside the plan's own words: the sentences of `page_{language}.properties`.
final class Words {

  static final String TABLES = "app.oddiya.apps.plan.share.page";

  private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

  private final Language language;
  private final ResourceBundle bundle;

  private Words(Language language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            TABLES,
            language.locale(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static Words in(Language language) {
    return new Words(language);
  }

  String say(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), language.locale()).format(values);
  }

  /// `Sat 10 April`.
  String day(LocalDate date) {
    return date(date, "date.day");
  }

  /// `10 April 2027`.
  String date(LocalDate date) {
    return date(date, "date.whole");
  }

  String date(Instant moment) {
    return date(LocalDate.ofInstant(moment, KOREA));
  }

  private String date(LocalDate date, String pattern) {
    return DateTimeFormatter.ofPattern(bundle.getString(pattern), language.locale()).format(date);
  }

  /// `On foot, about 12 min, 850 m`.
  String way(StopView.LegView leg) {
    return say(
        leg.estimated() ? "way.estimated" : "way",
        say("way." + leg.mode().code()),
        leg.minutes(),
        distance(leg.meters()));
  }

  /// `850 m`, `2.4 km`.
  String distance(double meters) {
    NumberFormat number = NumberFormat.getNumberInstance(language.locale());
    number.setMaximumFractionDigits(meters < 10_000 ? 1 : 0);
    return meters < 1000
        ? number.format(Math.round(meters)) + " m"
        : number.format(meters / 1000) + " km";
  }

  /// As it is called in a sentence: by its own id, if there is no other name.
  String provider(String id) {
    String key = "provider." + id;
    return bundle.containsKey(key) ? say(key) : id;
  }

  String degrees(double celsius) {
    return Long.toString(Math.round(celsius));
  }
}
