package app.oddiya.domain.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"지민", "O'Neil-Kim", "\u202Eنور", "👩‍👩‍👧", " a "})
  void namesAreKeptAsTheyAre(String name) {
    assertThat(DisplayName.parse(name)).map(DisplayName::value).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "a\u0000b", "a\nb", "a\n", "\u3000", "\uD800"})
  void textsThatNameNobodyAreRefused(String name) {
    assertThat(DisplayName.parse(name)).isEmpty();
  }

  @Test
  void aNameIsMeasuredInCodePoints() {
    assertThat(DisplayName.parse("🧳".repeat(100))).isPresent();
    assertThat(DisplayName.parse("🧳".repeat(101))).isEmpty();
  }

  @Test
  void aProvidersNameIsMadeToFit() {
    assertThat(DisplayName.fitting(" 지\u0000민 ")).isEqualTo(DisplayName.parse("지민"));
    assertThat(DisplayName.fitting("🧳".repeat(200)))
        .isEqualTo(DisplayName.parse("🧳".repeat(100)));
    assertThat(DisplayName.fitting(" \n ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ko", "en-GB", "zh-Hant-TW", "fil"})
  void languageTagsAreWellFormed(String tag) {
    assertThat(LanguageTag.parse(tag)).map(LanguageTag::value).contains(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "k", "korean", "en_GB", "en-", "en-GB-GB", "en-toolongsubtag", "i-klingon"})
  void otherTextsNameNoLanguage(String tag) {
    assertThat(LanguageTag.parse(tag)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\n", "a@b\u0000"})
  void otherTextsAreNoAddresses(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }

  @Test
  void noPersonIsPrinted() {
    var profile =
        new ProviderProfile(
            new Identity(Provider.GOOGLE, "112233"),
            EmailAddress.parse("jimin@example.com"),
            DisplayName.parse("Jimin"));

    assertThat(profile.toString()).doesNotContain("112233", "jimin", "Jimin");
  }
}
