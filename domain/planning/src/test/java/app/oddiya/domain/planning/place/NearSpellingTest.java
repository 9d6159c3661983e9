package app.oddiya.domain.planning.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearSpellingTest {

  @ParameterizedTest
  @CsvSource({
    "Soeul, Seoul",
    "seul, Seoul",
    "SEOUUL, Seoul",
    "Séoul, Seoul",
    "경복긍, 경복궁",
    "굥복궁, 경복궁",
    "Gyeongbokung, Gyeongbokgung",
    "Haeundea, Haeundae Beach",
    "東大門市塲, 東大門市場",
  })
  void aSlipOrTwoAreForgiven(String written, String name) {
    assertThat(NearSpelling.of(written, Stream.of("Atlantis", name, "무릉도원")))
        .hasSize(1)
        .allSatisfy(offered -> assertThat(name).startsWith(offered));
  }

  @ParameterizedTest
  @CsvSource({
    "Seoul, Sejong",
    "Busan, Ulsan",
    "경주, 전라",
    "ab, ac",
    "'', a",
    "부, 북",
    "Eiffel, Riffle"
  })
  void anotherNameIsNone(String written, String name) {
    assertThat(NearSpelling.of(written, Stream.of(name))).isEmpty();
  }

  @Test
  void theNearestComesFirstAndAWholeNameBeforeAPart() {
    assertThat(
            NearSpelling.of(
                "Namsann", Stream.of("Nansam", "Namsam", "Namsan Park", "Namsan", "Namsan")))
        .isEqualTo(List.of("Namsan"));
    assertThat(NearSpelling.of("Jongmyo Shrime", Stream.of("Jongmyo Shrine", "Jongmyo Shrines")))
        .isEqualTo(List.of("Jongmyo Shrine", "Jongmyo Shrines"));
  }
}
