package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Category;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which of our kinds a place is, by the path of categories that Kakao puts it under, as in `여행 >
/// 관광,명소 > 문화유적 > 고궁,궁`.
///
/// The most special step that is known here decides. Kakao publishes no list of the steps; those
/// here were seen in answers that people have published. A path of which no step is known is of no
/// kind of ours, and its place is left out.
final class KakaoKinds {

  private static final Map<String, Category> BY_STEP =
      Map.ofEntries(
          Map.entry("궁궐", Category.PALACE),
          Map.entry("고궁,궁", Category.PALACE),
          Map.entry("문화유적", Category.HERITAGE),
          Map.entry("유적지", Category.HERITAGE),
          Map.entry("릉,묘,총", Category.HERITAGE),
          Map.entry("성곽,성터", Category.HERITAGE),
          Map.entry("고택,생가", Category.HERITAGE),
          Map.entry("서원,향교", Category.HERITAGE),
          Map.entry("사당,제단", Category.SHRINE),
          Map.entry("사찰", Category.TEMPLE),
          Map.entry("절,사찰", Category.TEMPLE),
          Map.entry("민속마을", Category.VILLAGE),
          Map.entry("한옥마을", Category.VILLAGE),
          Map.entry("벽화마을", Category.VILLAGE),
          Map.entry("박물관", Category.MUSEUM),
          Map.entry("기념관", Category.MUSEUM),
          Map.entry("전시관", Category.MUSEUM),
          Map.entry("과학관", Category.MUSEUM),
          Map.entry("미술관", Category.GALLERY),
          Map.entry("공연장,연극극장", Category.THEATRE),
          Map.entry("테마거리", Category.STREET),
          Map.entry("먹자골목", Category.FOOD_STREET),
          Map.entry("시장", Category.MARKET),
          Map.entry("백화점", Category.SHOPPING),
          Map.entry("면세점", Category.SHOPPING),
          Map.entry("쇼핑센터", Category.SHOPPING),
          Map.entry("복합쇼핑몰", Category.SHOPPING),
          Map.entry("음식점", Category.RESTAURANT),
          Map.entry("카페", Category.CAFE),
          Map.entry("제과,베이커리", Category.CAFE),
          Map.entry("술집", Category.BAR),
          Map.entry("공원", Category.PARK),
          Map.entry("자연휴양림", Category.PARK),
          Map.entry("수목원,식물원", Category.GARDEN),
          Map.entry("산", Category.MOUNTAIN),
          Map.entry("오름", Category.MOUNTAIN),
          Map.entry("폭포", Category.WATERFALL),
          Map.entry("동굴", Category.CAVE),
          Map.entry("섬", Category.ISLAND),
          Map.entry("해안", Category.COAST),
          Map.entry("해수욕장", Category.BEACH),
          Map.entry("해수욕장,해변", Category.BEACH),
          Map.entry("전망대", Category.OBSERVATORY),
          Map.entry("야경명소", Category.NIGHT_VIEW),
          Map.entry("테마파크", Category.THEME_PARK),
          Map.entry("워터테마파크", Category.THEME_PARK),
          Map.entry("동물원", Category.THEME_PARK),
          Map.entry("아쿠아리움", Category.AQUARIUM),
          Map.entry("온천", Category.SPA));

  /// Steps below which nobody plans a visit: canteens and snacks are under `음식점`, office floors
  /// and car parks of a sight under the sight.
  private static final Set<String> NOT_VISITED = Set.of("구내식당", "간식", "주차장", "매표소", "화장실", "출입구");

  private KakaoKinds() {}

  static Optional<Category> of(String path) {
    List<String> steps = Arrays.asList(path.split(" > ", -1));
    Collections.reverse(steps);
    for (String step : steps) {
      Category known = BY_STEP.get(step);
      if (known != null) {
        return Optional.of(known);
      }
      if (NOT_VISITED.contains(step)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
