package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.shared.Money;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Currency;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

  private static final Pattern BLANK = Pattern.compile("\\{(\\d)");

  @ParameterizedTest
  @EnumSource
  void everySentenceIsThereAndNoOther(Language language) {
    assertThat(new TreeSet<>(table(language).keySet()))
        .isEqualTo(Texts.keys().collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @EnumSource
  void everySentenceHasTheSameBlanksAsInEnglish(Language language) {
    Texts.keys()
        .forEach(
            key ->
                assertThat(blanks(table(language).getString(key)))
                    .as(language + " " + key)
                    .isEqualTo(blanks(table(Language.EN).getString(key))));
  }

  @ParameterizedTest
  @EnumSource
  void everySentenceCanBeSaidWithAQuoteInIt(Language language) {
    Texts.keys()
        .forEach(
            key ->
                assertThat(
                        new MessageFormat(table(language).getString(key), language.locale())
                            .format(sample(key)))
                    .as(language + " " + key)
                    .isNotBlank()
                    .doesNotContain("{"));
  }

  @Test
  void aTitleCountsItsDays() {
    assertThat(Texts.in(Language.EN).say(Phrase.TITLE, "Busan", 1)).isEqualTo("A day in Busan");
    assertThat(Texts.in(Language.EN).say(Phrase.TITLE, "Busan", 3)).isEqualTo("3 days in Busan");
    assertThat(Texts.in(Language.KO).say(Phrase.TITLE, "부산", 3)).isEqualTo("부산 3일 여행");
    assertThat(Texts.in(Language.JA).say(Phrase.TITLE, "釜山", 1)).isEqualTo("釜山 日帰りの旅");
    assertThat(Texts.in(Language.ZH).say(Phrase.TITLE, "釜山", 3)).isEqualTo("釜山3日游");
  }

  @Test
  void anActivityNamesThePlaceAsItIsWritten() {
    assertThat(Texts.in(Language.EN).activity(Category.THEME_PARK, "Children's {0} Park"))
        .isEqualTo("Enjoy the rides and shows of Children's {0} Park.");
  }

  @Test
  void anAmountSaysItsCurrency() {
    Money dollars = new Money(new BigDecimal("1234.50"), Currency.getInstance("USD"));

    assertThat(Texts.in(Language.EN).amount(Money.won(120_000))).isEqualTo("120,000 KRW");
    assertThat(Texts.in(Language.KO).amount(dollars)).isEqualTo("1,234.5 USD");
  }

  private static ResourceBundle table(Language language) {
    return ResourceBundle.getBundle(
        "app.oddiya.application.planning.texts",
        language.locale(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static Set<String> blanks(String sentence) {
    Set<String> blanks = new TreeSet<>();
    Matcher matcher = BLANK.matcher(sentence);
    while (matcher.find()) {
      blanks.add(matcher.group(1));
    }
    return blanks;
  }

  /// Titles count; everything else is filled with words.
  private static Object[] sample(String key) {
    return switch (key) {
      case "title" -> new Object[] {"it's", 2};
      case "title.around" -> new Object[] {2};
      default -> new Object[] {"it's", "2", "3", "4", "5", "6", "7"};
    };
  }
}
