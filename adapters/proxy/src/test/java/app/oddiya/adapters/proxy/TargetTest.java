package app.oddiya.adapters.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/users/me",
        "/users/me/",
        "/api/v1/plans/7.ics",
        "/api/v1/plans/a-b_c~d",
        "/share/a+b=c,d@e:f!$&'()*",
        "/share/%ED%95%9C",
        "/share/a%20b",
      })
  void aPathWithOneSpellingPasses(String path) {
    assertThat(Target.isUnambiguous(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "users/me",
        "//users/me",
        "/users//me",
        "/users/./me",
        "/users/../internal/users",
        "/users/..",
        "/users/%2e%2e/internal",
        "/users/.%2E/internal",
        "/users;a=b/me",
        "/users/..;/internal",
        "/users%2fme",
        "/users%2Fme",
        "/users%5cme",
        "/users\\me",
        "/users/%3bme",
        "/users/%25%32%65",
        "/%69nternal/users",
        "/users/me%00",
        "/users/me%0d%0a",
        "/users/me%7f",
        "/users/me%",
        "/users/me%2",
        "/users/me%zz",
        "/users/me%3f",
        "/users/me%23",
        "/users/한",
        "/users/a b",
        "/users/a\"b",
        "/users/a|b",
        "/users/me#x",
      })
  void aPathThatCanBeReadInTwoWaysDoesNot(String path) {
    assertThat(Target.isUnambiguous(path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      textBlock =
          """
          limit=20&cursor=ab%2Fc== limit=20&cursor=ab%2Fc==
          a[]=1|2 a%5B%5D=1%7C2
          q=한옥 q=%ED%95%9C%EC%98%A5
          q="<>^`{}\\ q=%22%3C%3E%5E%60%7B%7D%5C
          """)
  void aQueryIsPassedOnWithItsOddCharactersEncoded(String sent, String passed) {
    assertThat(Target.encoded(sent)).isEqualTo(passed);
  }
}
