package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.place.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EN | Walk the old walls while the light is soft.
          EN | Ask for the window seat, Dr. Kim's favourite!
          EN | Look for the 호떡 stand near the gate.
          KO | 골목을 천천히 걸으며 바다를 내려다보세요.
          KO | 따뜻한 국밥 한 그릇으로 몸을 녹여요!
          JA | 石垣に沿ってゆっくり歩きましょう。
          JA | 屋台の「ホットク」を味わってください。
          ZH | 沿着石墙慢慢散步，看看夕阳。
          """)
  void aPlainSentenceInTheRightLanguageIsTaken(Language language, String text) {
    assertThat(Sentence.read("  " + text + "\n", language, "Place")).contains(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          KO | Walk the old walls while the light is soft.
          EN | 골목을 천천히 걸으며 바다를 내려다보세요.
          JA | 沿着石墙慢慢散步，看看夕阳。
          ZH | 石垣に沿ってゆっくり歩きましょう。
          JA | Walk the old walls.
          ZH | 골목을 걸어요.
          """)
  void anotherLanguageIsNot(Language language, String text) {
    assertThat(Sentence.read(text, language, "Place")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "Book at https://evil.example now.",
        "Book at evil.example now",
        "See www for more.",
        "Write to me@somewhere for a discount.",
        "Open until 22:00 every day.",
        "It costs only ９ euros.",
        "<b>Bold</b> walls.",
        "Walk [here](there).",
        "Walk the walls. Then run away.",
        "Walk the walls! Then run away.",
        "Walk the\u202Ewalls.",
        "Walk the\u200Bwalls.",
        "Walk\u0000 the walls.",
        "Walk the\nwalls\u2028now.",
        "Walk the \uD83D walls.",
        "12345 !?"
      })
  void whatIsNotOnePlainSentenceWithoutFactsIsNot(String text) {
    assertThat(Sentence.read(text, Language.EN, "Place")).isEmpty();
  }

  @Test
  void aSentenceMayCallAPlaceWithANumberByItsName() {
    assertThat(Sentence.read("63빌딩 위에서 한강을 내려다보세요.", Language.KO, "63빌딩")).isPresent();
    assertThat(Sentence.read("63빌딩 60층에서 한강을 내려다보세요.", Language.KO, "63빌딩")).isEmpty();
  }

  @Test
  void aSentenceIsAtMost200CodePointsLong() {
    String fits = "가".repeat(199) + "요";

    assertThat(Sentence.read(fits, Language.KO, "곳")).contains(fits);
    assertThat(Sentence.read(fits + "요", Language.KO, "곳")).isEmpty();
  }
}
