package app.oddiya.apps.plan.share;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.place.Language;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  private static final Pattern BLANK = Pattern.compile("\\{(\\d)");

  @ParameterizedTest
  @EnumSource
  void everyLanguageSaysWhatEnglishSays(Language language) {
    ResourceBundle table = table(language);
    ResourceBundle english = table(Language.EN);

    assertThat(new TreeSet<>(table.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    for (String key : english.keySet()) {
      String sentence = table.getString(key);
      assertThat(blanks(sentence)).as(key).isEqualTo(blanks(english.getString(key)));
      if (!key.startsWith("date.")) {
        assertThat(new MessageFormat(sentence, language.locale()).format(new Object[] {3, 4, 5}))
            .as(key)
            .isNotBlank()
            .doesNotContain("{");
      }
    }
  }

  @Test
  void datesAndDistancesAreWrittenAsReadersDo() {
    LocalDate date = LocalDate.parse("2027-04-10");

    assertThat(Words.in(Language.EN).day(date)).isEqualTo("Sat 10 April");
    assertThat(Words.in(Language.KO).day(date)).isEqualTo("4월 10일 (토)");
    assertThat(Words.in(Language.JA).day(date)).isEqualTo("4月10日(土)");
    assertThat(Words.in(Language.ZH).day(date)).isEqualTo("4月10日 周六");
    assertThat(Words.in(Language.EN).distance(849.6)).isEqualTo("850 m");
    assertThat(Words.in(Language.EN).distance(2449)).isEqualTo("2.4 km");
    assertThat(Words.in(Language.EN).distance(18_400)).isEqualTo("18 km");
  }

  private static ResourceBundle table(Language language) {
    return ResourceBundle.getBundle(
        Words.TABLES,
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
}
