package app.oddiya.adapters.traveldata.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KakaoKindsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "여행 > 관광,명소 > 궁궐 | palace",
        "여행 > 관광,명소 > 문화유적 > 고궁,궁 | palace",
        "여행 > 관광,명소 > 문화유적 > 사당,제단 | shrine",
        "여행 > 관광,명소 > 문화유적 > 처음 보는 것 | heritage",
        "여행 > 공원 > 도시근린공원 | park",
        "여행 > 관광,명소 > 섬 > 섬(내륙) | island",
        "여행 > 관광,명소 > 해수욕장 | beach",
        "여행 > 관광,명소 > 전망대 | observatory",
        "음식점 > 한식 > 육류,고기 | restaurant",
        "음식점 > 카페 > 커피전문점 > 어느카페 | cafe",
        "음식점 > 간식 > 제과,베이커리 | cafe",
        "음식점 > 술집 > 호프,요리주점 | bar",
        "음식점 > 간식 > 닭강정 |",
        "음식점 > 구내식당 |",
        "여행 > 공원 > 주차장 |",
        "여행 > 관광,명소 |",
        "여행 > 숙박 > 호텔 |",
        "의료,건강 > 병원 |",
        "'' |",
      })
  void aPathIsOfTheKindOfItsMostSpecialStepThatIsKnown(String path, String code) {
    assertThat(KakaoKinds.of(path).map(category -> category.code()))
        .isEqualTo(java.util.Optional.ofNullable(code));
  }
}
