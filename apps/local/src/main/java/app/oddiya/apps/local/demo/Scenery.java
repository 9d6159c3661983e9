package app.oddiya.apps.local.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// What can be seen on a trip in Korea, each with the words by which a place's name betrays it.
enum Scenery {
  SEA(Coast::draw, "해변", "해수욕장", "바다", "beach", "sea", "coast", "harbor", "island", "섬", "포구"),
  HILLS(
      Mountains::draw,
      "산",
      "공원",
      "정원",
      "오름",
      "계곡",
      "폭포",
      "호수",
      "전망",
      "mountain",
      "park",
      "hill",
      "garden",
      "peak",
      "lake",
      "falls"),
  CITY(
      City::draw,
      "타워",
      "대교",
      "스카이",
      "야경",
      "센터",
      "역",
      "tower",
      "bridge",
      "sky",
      "station",
      "city",
      "plaza"),
  HANOK(
      Hanok::draw, "한옥", "궁", "고택", "향교", "읍성", "성곽", "hanok", "palace", "fortress", "gung", "old"),
  MARKET(Market::draw, "시장", "거리", "골목", "먹자", "market", "street", "alley", "food"),
  TEMPLE(
      Temple::draw, "사", "암", "탑", "절", "temple", "pagoda", "shrine", "hermitage", "seowon", "서원"),
  FIELD(Field::draw, "목장", "농장", "들판", "밭", "유채", "초원", "farm", "field", "ranch", "trail", "올레"),
  BAMBOO(Bamboo::draw, "숲", "대나무", "휴양림", "수목원", "forest", "bamboo", "arboretum", "wood"),
  TABLE(
      CafeTable::draw,
      "카페",
      "식당",
      "박물관",
      "미술관",
      "커피",
      "빵",
      "cafe",
      "coffee",
      "museum",
      "gallery",
      "bakery",
      "restaurant"),
  VILLAGE(HillVillage::draw, "마을", "동네", "언덕", "village", "town", "culture");

  private final Consumer<Easel> painting;
  private final List<String> words;

  Scenery(Consumer<Easel> painting, String... words) {
    this.painting = painting;
    this.words = List.of(words);
  }

  void draw(Easel on) {
    painting.accept(on);
  }

  /// What a place of that name probably looks like.
  static Optional<Scenery> of(String label) {
    String name = label.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(scenery -> scenery.words.stream().anyMatch(word -> fits(name, word)))
        .findFirst();
  }

  /// A single syllable (`산`, `사`) says something at the end of a name only.
  private static boolean fits(String name, String word) {
    return word.length() == 1 ? name.endsWith(word) : name.contains(word);
  }
}
