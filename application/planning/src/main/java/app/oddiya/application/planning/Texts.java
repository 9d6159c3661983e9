package app.oddiya.application.planning;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.plan.FreeHours;
import app.oddiya.domain.planning.plan.TravelMode;
import app.oddiya.domain.shared.Money;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/// What plans say, in one language: the sentences of `texts_{language}.properties`.
final class Texts {

  private static final Map<Language, Texts> BY_LANGUAGE = new EnumMap<>(Language.class);

  static {
    Arrays.stream(Language.values())
        .forEach(language -> BY_LANGUAGE.put(language, new Texts(language)));
  }

  private final Language language;
  private final ResourceBundle bundle;

  private Texts(Language language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            "app.oddiya.application.planning.texts",
            language.locale(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static Texts in(Language language) {
    Texts texts = BY_LANGUAGE.get(language);
    if (texts == null) {
      throw new IllegalStateException("no texts in " + language);
    }
    return texts;
  }

  Language language() {
    return language;
  }

  /// A sentence with its blanks filled in. Numbers are written plainly: 1500, not 1,500.
  String say(Phrase phrase, Object... values) {
    return format(phrase.key(), values);
  }

  String name(TravelMode mode) {
    return format("mode." + mode.code());
  }

  /// The provider as it is called in a sentence: by its own id, if there is no other name.
  String provider(String id) {
    String key = "provider." + id;
    return bundle.containsKey(key) ? format(key) : id;
  }

  String activity(Category category, String place) {
    return format("activity." + category.code(), place);
  }

  String activity(FreeHours.Kind meal, String place) {
    return format("activity." + meal.code(), place);
  }

  /// `12,000 KRW`: the code and no sign, as one sign stands for several currencies.
  String amount(Money money) {
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMaximumFractionDigits(Math.max(0, money.amount().scale()));
    return format.format(money.amount()) + " " + money.currency().getCurrencyCode();
  }

  /// Every key there has to be, for the test of the tables.
  static Stream<String> keys() {
    return Stream.of(
            Arrays.stream(Phrase.values()).map(Phrase::key),
            Arrays.stream(TravelMode.values()).map(mode -> "mode." + mode.code()),
            Arrays.stream(Category.values()).map(category -> "activity." + category.code()),
            Arrays.stream(FreeHours.Kind.values()).map(meal -> "activity." + meal.code()),
            Stream.of("provider.catalogue", "provider.kakao", "provider.tourapi"))
        .flatMap(each -> each);
  }

  private String format(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), language.locale()).format(values);
  }
}
